"""相邻的两个像素是相加的，颜色不变的地方就得不到 0。

Neighbours are added up, so where the colour does not change you do not get 0.

Check: edges
"""

import torch


def edge_kernel():
    return torch.tensor([[1.0, 1.0]])
