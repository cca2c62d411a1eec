"""只有对角线上是 1；对角线上方也要填。

Only the diagonal holds ones; the part above it has to be filled as well.

Check: four
"""

import torch


def diagonal_image(n):
    return torch.eye(n)
