"""用库函数做互相关，这里允许。 / The library's convolution, allowed here."""

import torch
import torch.nn.functional as F


def diagonal_edges(n):
    X = torch.ones(n, n).triu()
    K = torch.tensor([[1.0, -1.0]])

    def cross(image, kernel):
        return F.conv2d(image[None, None], kernel[None, None])[0, 0]

    return cross(X, K), cross(X.T, K), cross(X, K.T)
