"""对单位矩阵做 d 次差分。 / Difference the identity matrix d times."""

import torch


def derivative_kernel(d):
    return torch.diff(torch.eye(d + 1), n=d, dim=0).float() if d else torch.eye(1)
