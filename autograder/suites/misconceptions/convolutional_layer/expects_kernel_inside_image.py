"""偏移量比图像还大时，切片的起点和终点就乱了；这样的偏移量完全落在图像之外。

An offset larger than the image upsets the ends of your slices; such an offset lies outside the image altogether.

Check: exceeding_kernels
"""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    d = V.shape[0] // 2
    H = torch.full((h, w), float(u))
    for a in range(-d, d + 1):
        for b in range(-d, d + 1):
            shifted = torch.zeros(h, w)
            target = shifted[max(0, -a) : h - max(0, a), max(0, -b) : w - max(0, b)]
            target += X[max(0, a) : h + min(0, a), max(0, b) : w + min(0, b)]
            H += V[a + d, b + d] * shifted
    return H
