"""是一维向量。 / Is a vector."""

import torch


def edge_kernel():
    return torch.tensor([1.0, -1.0])
