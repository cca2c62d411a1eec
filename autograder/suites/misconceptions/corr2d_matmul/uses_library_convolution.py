"""这里用了现成的运算，不是 PyTorch 的卷积就是给出的 corr2d；这一题要用一次矩阵乘法来做。

This leaves the work to something ready-made, PyTorch's convolution or the given `corr2d`; the exercise is to do it by one matrix product.

Check: own_work
"""

import torch.nn.functional as F


def corr2d_matmul(X, K):
    return F.conv2d(X[None, None], K[None, None])[0, 0]
