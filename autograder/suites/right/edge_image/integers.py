"""整数张量。 / An int tensor."""

import torch


def edge_image():
    return torch.tensor([[1, 1, 0, 0, 0, 0, 1, 1]] * 6)
