"""把对角线下方填成 1。 / Fills the part below the diagonal."""

import torch


def diagonal_image(n):
    return torch.tril(torch.ones(n, n))
