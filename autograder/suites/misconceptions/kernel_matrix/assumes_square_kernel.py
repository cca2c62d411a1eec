"""卷积核的宽也用了高的数值，只有正方形的卷积核才对；两个方向的大小要分别取。

The kernel's height serves as its width too, which is right for square kernels only; read the two sizes apart.

Check: not_square
"""

import torch


def kernel_matrix(K, input_shape):
    h = w = K.shape[0]
    n_h, n_w = input_shape
    oh, ow = n_h - h + 1, n_w - w + 1
    T = torch.zeros(oh * ow, n_h * n_w)
    for i in range(oh):
        for j in range(ow):
            for a in range(h):
                for b in range(w):
                    T[i * ow + j, (i + a) * n_w + j + b] = K[a, b]
    return T
