""".item() 取出的是普通的数，计算图到这里就断了，梯度传不回 X 和 K；直接把张量存进输出即可。

`.item()` takes out a plain number and the graph ends there, so no gradient gets back to X and K; store the tensor itself.

Check: gradients
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum().item()
    return Y
