"""float64。 / In float64."""

import torch


def edge_kernel():
    return torch.tensor([[1.0, -1.0]], dtype=torch.float64)
