"""整数。 / Whole numbers."""

import torch


def edge_kernel():
    K = torch.ones(1, 2, dtype=torch.int64)
    K[0, 1] = -1
    return K
