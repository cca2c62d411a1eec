"""对每个偏移量判断是否在图像之内。 / Each offset, if it stays inside."""

import torch


def reindex(W):
    h, w = W.shape[0], W.shape[1]
    V = torch.zeros((h, w, 2 * h - 1, 2 * w - 1), dtype=torch.float64)
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    if 0 <= i + a < h and 0 <= j + b < w:
                        V[i, j, a + h - 1, b + w - 1] = W[i, j, i + a, j + b]
    return V
