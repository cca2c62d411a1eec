"""Writes over the memory of None and of small integers."""

import ctypes

ctypes.memset(id(None), 0, 16)
ctypes.memset(id(7), 255, 32)


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
