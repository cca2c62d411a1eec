"""以为图像是正方形。 / Assumes a square image."""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h = n_w = input_shape[0]
    oh, ow = n_h - h + 1, n_w - w + 1
    T = torch.zeros(oh * ow, n_h * n_w)
    for i in range(oh):
        for j in range(ow):
            for a in range(h):
                for b in range(w):
                    T[i * ow + j, (i + a) * n_w + j + b] = K[a, b]
    return T
