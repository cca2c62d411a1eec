"""零偏移没有对准：只在右边和下边补了零，V 的左上角就压在了像素 (i, j) 上，而那里应当是 V 的中心。

The offset zero is misplaced: with zeros only to the right and below, the corner of V lies on pixel (i, j), where its centre belongs.

Check: weighted_sum
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    padded = torch.nn.functional.pad(X, (0, 2 * w - 2, 0, 2 * h - 2))
    return (padded.unfold(0, 2 * h - 1, 1).unfold(1, 2 * w - 1, 1) * V).sum((2, 3)) + u
