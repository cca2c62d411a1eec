"""给每个位置的权重四周补零。 / Zeros around the weights of each position."""

import torch
import torch.nn.functional as F


def reindex(W):
    h, w = W.shape[:2]
    rows = [torch.stack([F.pad(W[i, j], (w - 1 - j, j, h - 1 - i, i)) for j in range(w)]) for i in range(h)]
    return torch.stack(rows)
