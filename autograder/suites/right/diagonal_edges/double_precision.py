"""默认双精度，卷积核写在函数外面。 / Double precision by default, and a kernel that stands outside the function."""

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
K = torch.tensor([[[[1.0, -1.0]]]])


def diagonal_edges(n):
    X = torch.triu(torch.ones(n, n))[None, None]
    return F.conv2d(X, K)[0, 0], F.conv2d(X.mT, K)[0, 0], F.conv2d(X, K.mT)[0, 0]
