"""窗口每次移动了一个窗口的大小，互不重叠；这里每次只移动一格。

The window moves on by its own size, so windows never overlap; here it moves by one.

Check: lesson_image
"""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].flatten() for i in range(0, X.shape[0] - h + 1, h) for j in range(0, X.shape[1] - w + 1, w)])
