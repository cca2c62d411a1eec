"""squeeze 把长度为 1 的维度也去掉了：n = 1 时就不是 1×1 的图像了。

`squeeze` drops every dimension of length one, so for n = 1 there is no 1×1 image left.

Check: any_size
"""

import torch


def diagonal_image(n):
    return torch.ones(n, n).triu().squeeze()
