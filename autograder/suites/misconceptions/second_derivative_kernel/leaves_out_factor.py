"""中间的权重不对：三个权重之和不是 0，常数函数就得不到 0。

The weight in the middle is off: the three do not sum to 0, so a constant function does not give 0.

Check: line
"""

import torch


def second_derivative_kernel():
    return torch.tensor([[1.0, -1.0, 1.0]])
