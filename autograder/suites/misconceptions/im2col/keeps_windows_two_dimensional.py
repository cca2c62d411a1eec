"""每个窗口还是二维的，没有展平；结果应当是一个矩阵。

Each window is still two-dimensional and was not flattened; the result should be a matrix.

Check: lesson_image
"""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w] for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)])
