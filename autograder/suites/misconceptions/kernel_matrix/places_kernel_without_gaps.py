"""卷积核的各行在矩阵的一行里首尾相接了；图像展平之后，窗口的上一行和下一行之间还隔着别的像素。

You put the rows of the kernel side by side without a gap; in the flattened image other pixels stand between two rows of a window.

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
            start = i * n_w + j
            T[i * ow + j, start : start + h * w] = K.flatten()
    return T
