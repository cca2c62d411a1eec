"""这是一阶差分的核，宽度也不对；二阶导数要看三个点。

This is the kernel of a first difference, and of another width; a second derivative needs three points.

Check: line
"""

import torch


def second_derivative_kernel():
    return torch.tensor([[1.0, -1.0]])
