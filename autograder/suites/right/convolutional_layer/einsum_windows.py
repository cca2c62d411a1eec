"""Tensor.unfold 与 einsum。 / Tensor.unfold and einsum."""

import torch


def convolutional_layer(X, V, u):
    size = V.size(0)
    d = size // 2
    h, w = X.size()
    padded = X.new_zeros(h + 2 * d, w + 2 * d)
    padded[d : d + h, d : d + w] = X
    return torch.einsum("ijab,ab->ij", padded.unfold(0, size, 1).unfold(1, size, 1), V).add(u)
