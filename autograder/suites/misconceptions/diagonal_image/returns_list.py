"""返回嵌套列表而不是张量。 / Returns nested lists, not a tensor."""

import torch


def diagonal_image(n):
    return torch.ones(n, n).triu().tolist()
