"""用 u 建张量时，u 是整数，张量也就成了整数的，装不下小数；存放结果的张量要用浮点类型。

A tensor filled with u takes u's type, and a whole number makes it an integer tensor; the result needs a floating-point one.

Check: public_image
"""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    size = V.shape[0]
    padded = torch.nn.functional.pad(X, [size // 2] * 4)
    H = torch.full((h, w), u)
    for i in range(h):
        for j in range(w):
            H[i, j] += (padded[i : i + size, j : j + size] * V).sum()
    return H
