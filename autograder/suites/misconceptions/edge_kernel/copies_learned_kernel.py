"""这像是训练得到的近似值；由这幅图像可以推出精确的核。

This looks like the approximate result of a training run; the image tells the exact kernel.

Check: edges
"""

import torch


def edge_kernel():
    return torch.tensor([[0.9802, -0.9973]])
