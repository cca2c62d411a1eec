"""元组里装的是张量；这里要普通的 Python 整数。

The tuple holds tensors; plain Python integers are asked for.

Check: public_image
"""

import torch


def parameter_counts(height, width, delta):
    h, w, d = torch.tensor([height, width, delta])
    return (h * w) ** 2 + h * w, (2 * h - 1) * (2 * w - 1) + 1, (2 * d + 1) ** 2 + 1
