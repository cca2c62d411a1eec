"""求了平均。 / Takes an average."""

import torch


def edge_kernel():
    return torch.tensor([[0.5, 0.5]])
