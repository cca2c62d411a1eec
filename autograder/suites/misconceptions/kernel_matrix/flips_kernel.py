"""你把卷积核翻转了：那是严格意义上的卷积，这一题要的是互相关，核不翻转。

You flipped the kernel: that is convolution in the strict sense; this exercise asks for cross-correlation, which leaves it as it is.

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
                    T[i * ow + j, (i + a) * n_w + j + b] = K[h - 1 - a, w - 1 - b]
    return T
