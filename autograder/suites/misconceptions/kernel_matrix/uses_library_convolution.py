"""用库卷积作用于单位图像。 / Applies the library's convolution to basis images."""

import torch
import torch.nn.functional as F


def kernel_matrix(K, input_shape):
    n_h, n_w = input_shape
    basis = torch.eye(n_h * n_w).reshape(-1, 1, n_h, n_w)
    return F.conv2d(basis, K[None, None]).flatten(1).T
