"""上下弄反了：1 应当在对角线上方，0 在下方。

Above and below are exchanged: the ones belong above the diagonal, the zeros below.

Check: four
"""

import torch


def diagonal_image(n):
    return torch.tril(torch.ones(n, n))
