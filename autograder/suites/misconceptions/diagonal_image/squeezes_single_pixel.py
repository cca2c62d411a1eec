"""n = 1 时丢掉了维度。 / Loses the dimensions for n = 1."""

import torch


def diagonal_image(n):
    return torch.ones(n, n).triu().squeeze()
