"""三个权重都是正的，这是使信号平滑的核；常数函数的导数应当是 0，看看权重之和。

All three weights are positive, so this kernel smooths; a constant should give 0, so look at the sum of the weights.

Check: line
"""

import torch


def second_derivative_kernel():
    return torch.tensor([[1.0, 2.0, 1.0]])
