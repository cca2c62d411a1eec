"""squeeze 把长度为 1 的维度也去掉了：输出只有一个元素时，就不再是二维的了。

`squeeze` drops every dimension of length one, so an output of one element is no longer two-dimensional.

Check: extreme_kernels
"""

import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    return (windows @ K.flatten()).reshape(X.shape[0] - h + 1, X.shape[1] - w + 1).squeeze()
