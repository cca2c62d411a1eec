"""换行时按输出的宽度移动。 / Moves down by the width of the output."""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h, n_w = input_shape
    oh, ow = n_h - h + 1, n_w - w + 1
    T = torch.zeros(oh * ow, n_h * n_w)
    for r in range(oh * ow):
        for a in range(h):
            T[r, r + a * n_w : r + a * n_w + w] = K[a]
    return T
