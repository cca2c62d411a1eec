"""梯形公式：两端减半。 / Halves both ends, as the trapezoidal rule does."""

import torch


def integral_kernel(n):
    K = torch.ones(1, n)
    K[0, 0] = K[0, -1] = 0.5
    return K
