"""用的是另一条对角线；主对角线从左上角到右下角。

This is the other diagonal; the main one runs from the upper left to the lower right.

Check: four
"""

import torch


def diagonal_image(n):
    return torch.ones(n, n).triu().flip(1)
