"""每一行还是一幅二维的图像；要展平，矩阵才能与展平的图像相乘。

Each row is still a two-dimensional image; flatten it, so that the matrix can be multiplied by the flattened image.

Check: lesson_kernel
"""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h, n_w = input_shape
    oh, ow = n_h - h + 1, n_w - w + 1
    T = torch.zeros(oh * ow, n_h * n_w)
    for i in range(oh):
        for j in range(ow):
            for a in range(h):
                for b in range(w):
                    T[i * ow + j, (i + a) * n_w + j + b] = K[a, b]
    return T.reshape(-1, n_h, n_w)
