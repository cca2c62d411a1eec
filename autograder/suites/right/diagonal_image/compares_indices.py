"""比较行号和列号，返回整数张量。 / Compare row and column numbers; an int tensor."""

import torch


def diagonal_image(n):
    i = torch.arange(n).reshape(-1, 1)
    j = torch.arange(n).reshape(1, -1)
    return (j >= i).int()
