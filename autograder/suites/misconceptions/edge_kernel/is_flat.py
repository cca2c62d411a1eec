"""写成了一维。 / Has one dimension."""

import torch


def edge_kernel():
    return torch.tensor([1.0, -1.0])
