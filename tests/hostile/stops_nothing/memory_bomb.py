"""Takes all memory it gets."""

hoard = []
while True:
    hoard.append(bytearray(1 << 26))


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
