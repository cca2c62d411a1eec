"""核是一维的；互相关需要二维的卷积核，哪怕它只有一行。

The kernel has one dimension; a cross-correlation needs two, even for a single row.

Check: edges
"""

import torch


def edge_kernel():
    return torch.tensor([1.0, -1.0])
