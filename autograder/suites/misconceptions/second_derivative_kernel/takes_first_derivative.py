"""这是一阶导数（中心差分）。 / Is the first derivative, a central difference."""

import torch


def second_derivative_kernel():
    return torch.tensor([[-0.5, 0.0, 0.5]])
