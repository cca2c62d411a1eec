"""整数张量。 / An int tensor."""

import torch


def edge_kernel():
    return torch.tensor([[1, -1]])
