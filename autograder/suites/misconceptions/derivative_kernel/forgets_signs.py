"""忘了交替的符号。 / Forgets the alternating signs."""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([[float(math.comb(d, k)) for k in range(d + 1)]])
