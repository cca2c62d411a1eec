"""图像之外绕回另一侧。 / Wraps around outside the image."""

import torch


def convolutional_layer(X, V, u):
    d = V.shape[0] // 2
    H = torch.full(X.shape, float(u))
    for a in range(-d, d + 1):
        for b in range(-d, d + 1):
            H += V[a + d, b + d] * torch.roll(X, (-a, -b), (0, 1))
    return H
