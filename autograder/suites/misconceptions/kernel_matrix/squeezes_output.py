"""squeeze 把长度为 1 的维度也去掉了：只有一个输出时，结果就不是矩阵了。

`squeeze` drops every dimension of length one, so with a single output the result is no matrix any more.

Check: extreme_kernels
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
    return T.squeeze()
