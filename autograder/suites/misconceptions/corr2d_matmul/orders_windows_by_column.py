"""窗口是按列排的，乘完之后却按行折回去，输出的位置就乱了。

The windows come column by column but are folded back row by row, so the outputs land in wrong places.

Check: not_square
"""

import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    oh, ow = X.shape[0] - h + 1, X.shape[1] - w + 1
    windows = torch.stack([X[i : i + h, j : j + w].flatten() for j in range(ow) for i in range(oh)])
    return (windows @ K.flatten()).reshape(oh, ow)
