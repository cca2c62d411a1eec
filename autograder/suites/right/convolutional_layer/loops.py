"""四重循环，跳过图像之外的像素。 / Four loops that skip pixels outside."""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    delta = (V.shape[0] - 1) // 2
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = u
            for a in range(-delta, delta + 1):
                for b in range(-delta, delta + 1):
                    if 0 <= i + a < h and 0 <= j + b < w:
                        H[i, j] += V[a + delta, b + delta] * X[i + a, j + b]
    return H
