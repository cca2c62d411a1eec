"""全用整数。 / Integers throughout."""

import torch


def edges_of(image, kernel):
    h, w = kernel.shape
    out = torch.zeros(image.shape[0] - h + 1, image.shape[1] - w + 1, dtype=torch.int64)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = int((image[i : i + h, j : j + w] * kernel).sum())
    return out


def diagonal_edges(n):
    X = torch.tensor([[int(j >= i) for j in range(n)] for i in range(n)])
    K = torch.tensor([[1, -1]])
    return edges_of(X, K), edges_of(X.T, K), edges_of(X, K.T)
