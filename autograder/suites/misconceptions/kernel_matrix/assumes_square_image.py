"""图像的宽也用了高的数值，只有正方形的图像才对；两个方向的大小要分别取。

The image's height serves as its width too, which is right for square images only; read the two sizes apart.

Check: not_square
"""

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
