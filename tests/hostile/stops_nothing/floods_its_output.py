"""Prints without end."""

while True:
    print("x" * 1_000_000)


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
