"""V 的两个下标用反了：第一个是行的偏移，第二个是列的偏移。

The two indices of V are exchanged: the first is the offset in rows, the second in columns.

Check: weighted_sum
"""

import torch


def convolutional_layer(X, V, u):
    size = V.shape[0]
    windows = torch.nn.functional.pad(X, [size // 2] * 4).unfold(0, size, 1).unfold(1, size, 1)
    return u + (windows * V.T).sum((2, 3))
