"""第二个结果里的图像没有转置；X.T 是新的张量，不会改变 X 自己。

The image in the second result is not transposed; X.T is a new tensor and does not change X itself.

Check: transposed_image
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[1.0, -1.0]])
    return corr2d(X, K), corr2d(X, K), corr2d(X, K.T)
