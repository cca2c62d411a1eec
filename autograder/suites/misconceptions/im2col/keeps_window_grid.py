"""结果还留着窗口的行和列两个维度；所有窗口要排成一列，一共两维。

The result still has the rows and columns of the grid of windows; all of them go below each other, in two dimensions.

Check: lesson_image
"""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return X.unfold(0, h, 1).unfold(1, w, 1).flatten(2)
