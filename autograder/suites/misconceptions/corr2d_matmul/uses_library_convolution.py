"""直接调用 F.conv2d。 / Calls F.conv2d."""

import torch.nn.functional as F


def corr2d_matmul(X, K):
    return F.conv2d(X[None, None], K[None, None])[0, 0]
