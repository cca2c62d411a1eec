"""返回不连续的视图。 / Returns a view that is not contiguous."""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(2 * h - 1, 2 * w - 1, h, w)
    for i in range(h):
        for j in range(w):
            V[h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j, i, j] = W[i, j]
    return V.permute(2, 3, 0, 1)
