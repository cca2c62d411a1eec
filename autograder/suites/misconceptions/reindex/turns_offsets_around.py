"""偏移量的符号反了：用了 W[i, j, i-a, j-b]。 / Turns the offsets around: W[i, j, i-a, j-b]."""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            V[i, j, i : i + h, j : j + w] = W[i, j].flip(0, 1)
    return V
