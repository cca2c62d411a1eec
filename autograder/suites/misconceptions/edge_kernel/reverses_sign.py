"""符号反了：由白变黑应当得到正的值，你的核得到的是负的。

The sign is reversed: from white to black the value should be positive, and your kernel gives a negative one.

Check: edges
"""

import torch


def edge_kernel():
    return torch.tensor([[-1.0, 1.0]])
