"""核是一维的；题目要的形状是 (1, 3)。

The kernel has one dimension; the shape asked for is (1, 3).

Check: line
"""

import torch


def second_derivative_kernel():
    return torch.tensor([1.0, -2.0, 1.0])
