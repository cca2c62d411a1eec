"""range(-Δ, Δ) 少了最后一个偏移量。 / range(-Δ, Δ) lacks the last offset."""

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
