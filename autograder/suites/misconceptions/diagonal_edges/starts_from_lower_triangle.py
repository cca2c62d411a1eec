"""图像画反了，1 在对角线下方；先检查 diagonal_image。

The image is the wrong way up, with its ones below the diagonal; check `diagonal_image` first.

Check: image
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).tril(), torch.tensor([[1.0, -1.0]])
    return corr2d(X, K), corr2d(X.T, K), corr2d(X, K.T)
