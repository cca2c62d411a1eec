"""这是二维的拉普拉斯核，两个方向的二阶导数加在了一起；这里只要一个方向。

This is the two-dimensional Laplacian, second derivatives in both directions at once; one direction is asked for.

Check: line
"""

import torch


def second_derivative_kernel():
    return torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
