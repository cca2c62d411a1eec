"""截取 V 中落在图像之内的部分。 / The part of V that lies inside the image."""

import torch


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = torch.zeros(h, w, dtype=torch.float64)
    for i in range(h):
        for j in range(w):
            inside = V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j]
            H[i, j] = (inside * X).sum() + U[i, j]
    return H
