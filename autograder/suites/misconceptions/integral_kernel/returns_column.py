"""核是竖着的；采样排成一行，核也应当是一行。

The kernel stands upright; the samples are a row, and so should the kernel be.

Check: three
"""

import torch


def integral_kernel(n):
    return torch.ones(n, 1)
