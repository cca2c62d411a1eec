"""用 Python 的列表计算。 / Worked out in Python lists."""

import torch


def fully_connected(X, W, U):
    x = X.flatten().tolist()
    rows = W.flatten(2).tolist()
    sums = [[sum(a * b for a, b in zip(weights, x)) for weights in row] for row in rows]
    return torch.tensor(sums) + U
