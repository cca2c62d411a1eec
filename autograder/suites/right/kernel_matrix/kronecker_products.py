"""分块 Toeplitz：移位矩阵的 Kronecker 积，float64。 / Block Toeplitz: Kronecker products of shifts, in float64."""

import torch


def shift(length, kernel_length, offset):
    eye = torch.eye(length, dtype=torch.float64)
    return eye[offset : offset + length - kernel_length + 1]


def kernel_matrix(K, input_shape):
    (h, w), (n_h, n_w) = K.shape, input_shape
    return sum(
        float(K[a, b]) * torch.kron(shift(n_h, h, a), shift(n_w, w, b).contiguous()) for a in range(h) for b in range(w)
    )
