"""矩阵按形状存了起来，以后遇到同样的形状就直接拿来用；形状相同，卷积核的数值却可能不同。

The matrix is kept and used again for the same shapes; a kernel of the same shape may have other values.

Check: second_call
"""

import torch

cache = {}


def kernel_matrix(K, input_shape):
    key = K.shape, input_shape
    if key in cache:
        return cache[key]
    h, w = K.shape
    n_h, n_w = input_shape
    oh, ow = n_h - h + 1, n_w - w + 1
    T = torch.zeros(oh * ow, n_h * n_w)
    for i in range(oh):
        for j in range(ow):
            for a in range(h):
                for b in range(w):
                    T[i * ow + j, (i + a) * n_w + j + b] = K[a, b]
    cache[key] = T
    return T
