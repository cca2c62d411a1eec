"""图像之外用边缘的像素补上了；题目说那里的像素当作 0。

You filled the outside with the border pixels; the exercise says that pixels out there count as zero.

Check: weighted_sum
"""

import torch


def convolutional_layer(X, V, u):
    size = V.shape[0]
    padded = torch.nn.functional.pad(X[None, None], [size // 2] * 4, mode="replicate")[0, 0]
    return u + (padded.unfold(0, size, 1).unfold(1, size, 1) * V).sum((2, 3))
