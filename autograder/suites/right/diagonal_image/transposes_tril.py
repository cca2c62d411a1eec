"""下三角矩阵的转置，float64。 / A lower triangle transposed, in float64."""

import torch


def diagonal_image(n):
    return torch.ones(n, n, dtype=torch.float64).tril().T
