"""卷积核被转置了，它的行和列换了位置。

The kernel was transposed; its rows and columns changed places.

Check: not_square
"""

import torch


def kernel_matrix(K, input_shape):
    K = K.T
    h, w = K.shape
    n_h, n_w = input_shape
    oh, ow = n_h - h + 1, n_w - w + 1
    T = torch.zeros(oh * ow, n_h * n_w)
    for i in range(oh):
        for j in range(ow):
            for a in range(h):
                for b in range(w):
                    T[i * ow + j, (i + a) * n_w + j + b] = K[a, b]
    return T
