"""V 的后两维写成了 (2w-1, 2h-1)。 / Gives V the shape (h, w, 2w-1, 2h-1)."""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * w - 1, 2 * h - 1)
    for i in range(h):
        for j in range(w):
            V[i, j, w - 1 - j : 2 * w - 1 - j, h - 1 - i : 2 * h - 1 - i] = W[i, j].T
    return V
