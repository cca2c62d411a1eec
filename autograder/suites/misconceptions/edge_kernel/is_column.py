"""写成了一列，检测的是水平边缘。 / Is a column, which finds horizontal edges."""

import torch


def edge_kernel():
    return torch.tensor([[1.0], [-1.0]])
