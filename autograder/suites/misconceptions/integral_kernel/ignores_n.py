"""宽度写死了，没有用到参数 n。

The width is fixed; the argument n is not used.

Check: any_width
"""

import torch


def integral_kernel(n):
    return torch.ones(1, 3)
