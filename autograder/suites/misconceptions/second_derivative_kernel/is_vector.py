"""形状是 (3,)。 / Has the shape (3,)."""

import torch


def second_derivative_kernel():
    return torch.tensor([1.0, -2.0, 1.0])
