"""W 的前两个下标和后两个下标用反了：V[i, j] 里应当是输出位置 (i, j) 的权重。

You exchanged the first two indices of W with the last two: V[i, j] holds the weights of the output at (i, j).

Check: public_image
"""

import torch


def reindex(W):
    W = W.permute(2, 3, 0, 1)
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] = W[i, j]
    return V
