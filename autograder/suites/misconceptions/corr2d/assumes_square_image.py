"""图像的宽也用了高的数值，只有正方形的图像才对；两个方向的大小要分别取。

The image's height serves as its width too, which is right for square images only; read the two sizes apart.

Check: not_square
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    n = X.shape[0]
    Y = torch.zeros((n - h + 1, n - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
