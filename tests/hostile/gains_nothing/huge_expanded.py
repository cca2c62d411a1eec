"""Returns a tensor of 4 TiB that takes four bytes here."""

import torch


def corr2d(X, K):
    return torch.ones(1).expand(1 << 20, 1 << 20)
