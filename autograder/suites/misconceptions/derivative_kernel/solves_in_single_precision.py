"""在 float32 里解方程组，高阶时误差很大。 / Solves the system in float32, far off for high orders."""

import math

import torch


def derivative_kernel(d):
    x = torch.arange(d + 1.0)
    powers = torch.stack([x**p for p in range(d + 1)])
    wanted = torch.zeros(d + 1)
    wanted[d] = math.factorial(d)
    return torch.linalg.solve(powers, wanted)[None]
