"""就地修改了 V，再次调用时就不是原来的卷积核了；输入只能读，不能改。

V is changed in place, so the next call meets another kernel; the inputs are to be read, not changed.

Check: second_call
"""

import torch


def convolutional_layer(X, V, u):
    size = V.shape[0]
    windows = torch.nn.functional.pad(X, [size // 2] * 4).unfold(0, size, 1).unfold(1, size, 1)
    H = u + (windows * V).sum((2, 3))
    V += u
    return H
