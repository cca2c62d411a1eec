"""忘了加 h-1 和 w-1，负偏移量存到了末尾。 / Forgets to add h-1 and w-1, so negative offsets end up last."""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            for k in range(h):
                for l in range(w):
                    V[i, j, k - i, l - j] = W[i, j, k, l]
    return V
