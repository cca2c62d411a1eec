"""解 Vandermonde 方程组，float64。 / Solve the Vandermonde system, in float64."""

import math

import torch


def derivative_kernel(d):
    x = torch.arange(d + 1, dtype=torch.float64)
    powers = torch.stack([x**p for p in range(d + 1)])
    wanted = torch.zeros(d + 1, dtype=torch.float64)
    wanted[d] = math.factorial(d)
    return torch.linalg.solve(powers, wanted).reshape(1, d + 1)
