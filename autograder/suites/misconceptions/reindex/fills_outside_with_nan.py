"""图像之外填了 nan。 / Fills the outside with nan."""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.full((h, w, 2 * h - 1, 2 * w - 1), float("nan"))
    for i in range(h):
        for j in range(w):
            V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] = W[i, j]
    return V
