"""先写成列表。 / Lists first."""

import torch


def diagonal_image(n):
    rows = [[0] * i + [1] * (n - i) for i in range(n)]
    return torch.tensor(rows)
