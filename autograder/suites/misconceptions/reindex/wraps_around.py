"""图像之外绕回另一侧，没有填 0。 / Wraps around to the other side instead of 0."""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    V[i, j, a + h - 1, b + w - 1] = W[i, j, (i + a) % h, (j + b) % w]
    return V
