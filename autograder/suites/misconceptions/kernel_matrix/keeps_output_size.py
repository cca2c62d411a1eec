"""输出与输入一样大，补了零。 / Keeps the size of the image, with zero padding."""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h, n_w = input_shape
    T = torch.zeros(n_h * n_w, n_h * n_w)
    for i in range(n_h):
        for j in range(n_w):
            for a in range(h):
                for b in range(w):
                    if i + a < n_h and j + b < n_w:
                        T[i * n_w + j, (i + a) * n_w + j + b] = K[a, b]
    return T
