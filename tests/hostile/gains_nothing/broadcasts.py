"""Returns one number where a whole image is asked for."""

import torch


def corr2d(X, K):
    return torch.zeros(1, 1)
