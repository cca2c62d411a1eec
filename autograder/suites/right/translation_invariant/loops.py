"""四重循环，跳过图像之外的像素。 / Four loops that skip pixels outside."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.full((h, w), float(u))
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    if 0 <= i + a < h and 0 <= j + b < w:
                        H[i, j] += V[a + h - 1, b + w - 1] * X[i + a, j + b]
    return H
