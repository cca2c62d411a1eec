"""对每个 (i, j, k, l) 求偏移量。 / The offset of each (i, j, k, l)."""

import torch


def reindex(W):
    h, w, _, _ = W.shape
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            for k in range(h):
                for l in range(w):
                    V[i, j, k - i + h - 1, l - j + w - 1] = W[i, j, k, l]
    return V
