"""高和宽弄反了。 / Exchanges height and width."""

import torch


def edge_image():
    X = torch.ones(8, 6)
    X[2:6, :] = 0
    return X
