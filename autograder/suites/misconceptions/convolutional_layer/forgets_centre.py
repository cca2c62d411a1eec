"""只在右边和下边补了零，V 的左上角压在了像素 (i, j) 上；应当对准这个像素的是 V 的中心。

With zeros only to the right and below, the corner of V lies on pixel (i, j); what belongs there is its centre.

Check: weighted_sum
"""

import torch


def convolutional_layer(X, V, u):
    size = V.shape[0]
    padded = torch.nn.functional.pad(X, (0, size - 1, 0, size - 1))
    return u + (padded.unfold(0, size, 1).unfold(1, size, 1) * V).sum((2, 3))
