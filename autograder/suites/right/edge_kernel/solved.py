"""由要求解方程组得到。 / Solves for what is asked."""

import torch


def edge_kernel():
    windows = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    wanted = torch.tensor([[1.0], [-1.0], [0.0]])
    return torch.linalg.lstsq(windows, wanted).solution.T
