"""全局的图像被反复改动。 / Changes one global image again and again."""

import torch

X = torch.ones(6, 8)


def edge_image():
    X[:, 2:6] = 0
    Y = X.clone()
    X[:, 1:7] -= 1
    return Y
