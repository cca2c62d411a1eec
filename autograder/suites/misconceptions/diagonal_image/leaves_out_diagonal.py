"""漏掉了对角线本身。 / Leaves out the diagonal itself."""

import torch


def diagonal_image(n):
    return torch.triu(torch.ones(n, n), diagonal=1)
