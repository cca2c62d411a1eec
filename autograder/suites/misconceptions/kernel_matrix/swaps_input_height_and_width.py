"""图像的高和宽取反了；input_shape 的第一个数是高。

Height and width of the image are exchanged; the first number of input_shape is the height.

Check: not_square
"""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_w, n_h = input_shape
    oh, ow = n_h - h + 1, n_w - w + 1
    T = torch.zeros(oh * ow, n_h * n_w)
    for i in range(oh):
        for j in range(ow):
            for a in range(h):
                for b in range(w):
                    T[i * ow + j, (i + a) * n_w + j + b] = K[a, b]
    return T
