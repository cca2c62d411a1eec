"""只有交替的 1 和 −1。 / Has only alternating ones."""

import torch


def derivative_kernel(d):
    return torch.tensor([[(-1.0) ** (d - k) for k in range(d + 1)]])
