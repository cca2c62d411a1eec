"""符号反了。 / The signs are swapped."""

import torch


def edge_kernel():
    return torch.tensor([[-1.0, 1.0]])
