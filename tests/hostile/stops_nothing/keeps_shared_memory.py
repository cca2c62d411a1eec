"""Makes a System V segment that outlives its process."""

import ctypes

ctypes.CDLL(None).shmget(0x5EED, 1 << 20, 0o1666)


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
