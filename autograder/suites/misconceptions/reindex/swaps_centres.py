"""把两个方向的中心弄反了：a 加 w-1，b 加 h-1。 / Swaps the centres: w-1 for a and h-1 for b."""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            for k in range(h):
                for l in range(w):
                    V[i, j, k - i + w - 1, l - j + h - 1] = W[i, j, k, l]
    return V
