"""差值减半。 / Halves the difference."""

import torch


def edge_kernel():
    return torch.tensor([[0.5, -0.5]])
