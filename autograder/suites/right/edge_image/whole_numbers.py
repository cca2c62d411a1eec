"""整数列表。 / A list of whole numbers."""

import torch


def edge_image():
    return torch.tensor([[1, 1, 0, 0, 0, 0, 1, 1]] * 6)
