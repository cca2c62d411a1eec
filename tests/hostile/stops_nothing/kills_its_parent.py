"""Kills the fork server."""

import os

os.kill(os.getppid(), 9)


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
