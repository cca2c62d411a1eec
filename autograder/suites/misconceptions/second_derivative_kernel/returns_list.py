"""返回的是列表；这一题要的是 torch 张量。

You return a list; the exercise asks for a torch tensor.

Check: line
"""

import torch


def second_derivative_kernel():
    return [[1.0, -2.0, 1.0]]
