"""用了三个元素的核。 / Has three elements."""

import torch


def edge_kernel():
    return torch.tensor([[1.0, 0.0, -1.0]])
