"""从 1 开始数。 / Counts from one."""

import torch


def edge_image():
    X = torch.ones((6, 8))
    X[:, 1:5] = 0
    return X
