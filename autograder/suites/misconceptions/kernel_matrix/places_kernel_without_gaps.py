"""核的各行之间没有留空。 / Leaves no gaps between the kernel's rows."""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h, n_w = input_shape
    oh, ow = n_h - h + 1, n_w - w + 1
    T = torch.zeros(oh * ow, n_h * n_w)
    for i in range(oh):
        for j in range(ow):
            start = i * n_w + j
            T[i * ow + j, start : start + h * w] = K.flatten()
    return T
