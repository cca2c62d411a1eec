"""第二个和第三个结果的顺序反了；先转置图像，再转置核。

The second and the third result are exchanged; the image is transposed first, the kernel next.

Check: transposed_image
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[1.0, -1.0]])
    return corr2d(X, K), corr2d(X, K.T), corr2d(X.T, K)
