"""核是一个 nn.Parameter。 / The kernel is an nn.Parameter."""

import torch


def edge_kernel():
    return torch.nn.Parameter(torch.tensor([1.0, -1.0]).reshape(1, 2))
