"""返回的是嵌套的列表；这一题要的是 torch 张量。

You return a nested list; the exercise asks for a torch tensor.

Check: four
"""

import torch


def diagonal_image(n):
    return torch.ones(n, n).triu().tolist()
