"""训练了十轮得到的近似值。 / Is what ten epochs of training give, roughly."""

import torch


def edge_kernel():
    return torch.tensor([[0.9802, -0.9973]])
