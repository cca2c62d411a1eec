"""递归：差分的差分。 / Recursion: a difference of differences."""

import torch


def derivative_kernel(d):
    if d == 0:
        return torch.ones(1, 1)
    lower = derivative_kernel(d - 1)
    edge = torch.zeros(1, 1)
    return torch.cat([edge, lower], dim=1) - torch.cat([lower, edge], dim=1)
