"""就地清零，张量还要求梯度。 / Zeroes in place; the tensor also requires a gradient."""

import torch


def diagonal_image(n):
    X = torch.ones(n, n)
    for i in range(n):
        X[i, :i] = 0
    return X.requires_grad_()
