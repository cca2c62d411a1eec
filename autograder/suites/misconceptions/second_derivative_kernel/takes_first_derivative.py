"""这是一阶导数的核，直线得到的是斜率，不是 0；对一阶差分再求一次差分。

This kernel gives the first derivative: a line yields its slope, not 0; take the difference of a difference.

Check: line
"""

import torch


def second_derivative_kernel():
    return torch.tensor([[-0.5, 0.0, 0.5]])
