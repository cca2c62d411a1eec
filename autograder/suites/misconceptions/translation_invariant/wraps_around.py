"""图像之外绕回另一侧。 / Wraps around outside the image."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.full((h, w), float(u))
    for a in range(-(h - 1), h):
        for b in range(-(w - 1), w):
            H += V[a + h - 1, b + w - 1] * torch.roll(X, (-a, -b), (0, 1))
    return H
