"""这是二维的拉普拉斯核。 / Is the two-dimensional Laplacian."""

import torch


def second_derivative_kernel():
    return torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
