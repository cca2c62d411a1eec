"""符号反了：开口向上的抛物线，二阶导数是正的。

The sign is reversed: a parabola that opens upwards has a positive second derivative.

Check: square
"""

import torch


def second_derivative_kernel():
    return torch.tensor([[-1.0, 2.0, -1.0]])
