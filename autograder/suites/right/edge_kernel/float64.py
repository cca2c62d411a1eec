"""双精度的核。 / A kernel in double precision."""

import torch


def edge_kernel():
    return torch.tensor([[1.0, -1.0]], dtype=torch.float64)
