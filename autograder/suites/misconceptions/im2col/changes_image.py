"""排完之后图像被改动了，再次调用时就不是原来的图像了；输入只能读，不能改。

The image is changed along the way, so a second call meets another one; the inputs are to be read, not changed.

Check: second_call
"""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    result = torch.stack([X[i : i + h, j : j + w].flatten() for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)])
    X.zero_()
    return result
