"""return 缩进得太深，画完第一行就返回了。

The `return` is indented too deep: the function leaves after the first row.

Check: four
"""

import torch


def diagonal_image(n):
    X = torch.zeros(n, n)
    for i in range(n):
        for j in range(i, n):
            X[i, j] = 1
        return X
