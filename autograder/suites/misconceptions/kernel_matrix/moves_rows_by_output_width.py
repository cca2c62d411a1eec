"""每往下一行，你都只右移了一格；窗口换到图像的下一行时，要跳过放不下窗口的那几列。

Every row of your matrix moves by one; when the window goes down a row in the image, it skips the columns where it does not fit.

Check: lesson_kernel
"""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h, n_w = input_shape
    oh, ow = n_h - h + 1, n_w - w + 1
    T = torch.zeros(oh * ow, n_h * n_w)
    for r in range(oh * ow):
        for a in range(h):
            T[r, r + a * n_w : r + a * n_w + w] = K[a]
    return T
