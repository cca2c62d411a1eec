"""最大的偏移量没有算进去；range 不包含终点，而 a、b 应当取到 Δ。

The largest offset is missing: a `range` leaves its end out, and a and b go up to Δ.

Check: weighted_sum
"""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    d = V.shape[0] // 2
    H = torch.full((h, w), float(u))
    for i in range(h):
        for j in range(w):
            for a in range(-d, d):
                for b in range(-d, d):
                    if 0 <= i + a < h and 0 <= j + b < w:
                        H[i, j] += V[a + d, b + d] * X[i + a, j + b]
    return H
