"""矩阵的行数多了：有的窗口从一行的末尾接到了下一行的开头，这样的窗口在图像里并不存在。

There are too many rows: some windows run from the end of one image row into the next, and no such window exists.

Check: lesson_kernel
"""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h, n_w = input_shape
    padded = torch.zeros(h, n_w)
    padded[:, :w] = K
    row = padded.flatten()[: (h - 1) * n_w + w]
    n_out = n_h * n_w - len(row) + 1
    T = torch.zeros(n_out, n_h * n_w)
    for r in range(n_out):
        T[r, r : r + len(row)] = row
    return T
