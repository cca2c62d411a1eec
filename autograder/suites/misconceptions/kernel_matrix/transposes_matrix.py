"""矩阵转置了：每一行对应一个输出元素，每一列对应一个像素。

The matrix is transposed: a row stands for one element of the output, a column for one pixel.

Check: not_square
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
    return T.T
