"""课文的写法。 / As in the lesson."""

import torch


def edge_image():
    X = torch.ones((6, 8))
    X[:, 2:6] = 0
    return X
