"""大小写死了，没有用到参数 n。

The size is fixed; the argument n is not used.

Check: two
"""

import torch


def diagonal_image(n):
    return torch.ones(4, 4).triu()
