"""输出的位置是按列编号的；展平是行优先，先从左到右，再从上到下。

The positions of the output are numbered column by column; flattening goes from left to right first, then down.

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
                    T[j * oh + i, (i + a) * n_w + j + b] = K[a, b]
    return T
