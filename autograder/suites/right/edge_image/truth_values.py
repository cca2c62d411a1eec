"""返回布尔张量。 / Returns a bool tensor."""

import torch


def edge_image():
    X = torch.ones(6, 8, dtype=torch.bool)
    X[:, 2:6] = False
    return X
