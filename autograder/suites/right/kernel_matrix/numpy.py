"""在 NumPy 里逐行填写。 / Filled row by row in NumPy."""

import numpy as np
import torch


def kernel_matrix(K, input_shape):
    kernel = K.detach().numpy()
    h, w = kernel.shape
    n_h, n_w = input_shape
    T = np.zeros(((n_h - h + 1) * (n_w - w + 1), n_h, n_w))
    for r in range(len(T)):
        i, j = divmod(r, n_w - w + 1)
        T[r, i : i + h, j : j + w] = kernel
    return torch.from_numpy(T.reshape(len(T), -1))
