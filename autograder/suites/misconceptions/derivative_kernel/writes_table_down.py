"""核是一阶一阶写出来的，阶数一高就没有了；要找出各阶之间的规律。

The kernels are written down one by one and end too early; find the rule that leads from one order to the next.

Check: high_orders
"""

import torch

TABLE = [
    [1.0],
    [-1.0, 1.0],
    [1.0, -2.0, 1.0],
    [-1.0, 3.0, -3.0, 1.0],
    [1.0, -4.0, 6.0, -4.0, 1.0],
    [-1.0, 5.0, -10.0, 10.0, -5.0, 1.0],
]


def derivative_kernel(d):
    return torch.tensor([TABLE[d]])
