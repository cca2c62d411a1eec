"""你把 V 翻转了：那是严格意义上的卷积；按这里的公式，V 怎么存放就怎么用。

You flipped V: that is convolution in the strict sense; the formula here uses V the way it is stored.

Check: weighted_sum
"""

import torch


def convolutional_layer(X, V, u):
    size = V.shape[0]
    windows = torch.nn.functional.pad(X, [size // 2] * 4).unfold(0, size, 1).unfold(1, size, 1)
    return u + (windows * V.flip(0, 1)).sum((2, 3))
