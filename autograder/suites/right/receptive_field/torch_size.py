"""返回 torch.Size。 / Returns a torch.Size."""

import torch


def receptive_field(kernel_sizes):
    return torch.Size(int(n) for n in 1 + (torch.tensor(kernel_sizes or [(1, 1)]) - 1).sum(0))
