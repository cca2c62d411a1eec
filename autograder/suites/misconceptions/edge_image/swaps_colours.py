"""黑白颠倒。 / Swaps the colours."""

import torch


def edge_image():
    X = torch.ones((6, 8))
    X[:, 2:6] = 0
    return 1 - X
