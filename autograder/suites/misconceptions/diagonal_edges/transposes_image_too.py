"""第三个结果里，图像也一起转置了，得到的不过是第一个结果的转置；这里只转置核，图像还是原来的 X。

In the third result the image is transposed along with the kernel, which merely transposes the first result; only the kernel is to be, X stays.

Check: transposed_kernel
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[1.0, -1.0]])
    return corr2d(X, K), corr2d(X.T, K), corr2d(X.T, K.T)
