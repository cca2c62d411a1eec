"""图像之外重复边上的值。 / Repeats the border outside the image."""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            for a in range(2 * h - 1):
                for b in range(2 * w - 1):
                    k, l = min(max(i + a - h + 1, 0), h - 1), min(max(j + b - w + 1, 0), w - 1)
                    V[i, j, a, b] = W[i, j, k, l]
    return V
