"""矩阵成了方阵：放不下窗口的位置也占了一行；没有填充时，输出比输入小。

The matrix is square: places where the window does not fit have a row too; without padding the output is smaller than the input.

Check: lesson_kernel
"""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h, n_w = input_shape
    T = torch.zeros(n_h * n_w, n_h * n_w)
    for i in range(n_h):
        for j in range(n_w):
            for a in range(h):
                for b in range(w):
                    if i + a < n_h and j + b < n_w:
                        T[i * n_w + j, (i + a) * n_w + j + b] = K[a, b]
    return T
