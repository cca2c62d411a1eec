"""只检查了右边和下边；负的下标在 PyTorch 里不报错，而是从末尾数起，所以上边和左边也要检查。

You checked the right and lower border only. A negative index is no error in PyTorch, it counts from the end: check the other two as well.

Check: weighted_sum
"""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    d = V.shape[0] // 2
    H = torch.full((h, w), float(u))
    for i in range(h):
        for j in range(w):
            for a in range(-d, d + 1):
                for b in range(-d, d + 1):
                    if i + a < h and j + b < w:
                        H[i, j] += V[a + d, b + d] * X[i + a, j + b]
    return H
