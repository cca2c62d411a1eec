"""你在图像的右边和下边补了零，输出就与图像一样大了；这里不填充，窗口要完全落在图像之内。

You added zeros to the right and below, which makes the output as large as the image; nothing is padded here, the window stays inside.

Check: lesson_example
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    X = torch.nn.functional.pad(X, (0, w - 1, 0, h - 1))
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
