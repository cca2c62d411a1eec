"""写成了 (2, 1)。 / Has shape (2, 1)."""

import torch


def edge_kernel():
    return torch.tensor([[1.0], [-1.0]])
