"""用了副对角线。 / Uses the anti-diagonal."""

import torch


def diagonal_image(n):
    return torch.ones(n, n).triu().flip(1)
