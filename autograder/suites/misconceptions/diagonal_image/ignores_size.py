"""总是 4×4。 / Is always 4×4."""

import torch


def diagonal_image(n):
    return torch.ones(4, 4).triu()
