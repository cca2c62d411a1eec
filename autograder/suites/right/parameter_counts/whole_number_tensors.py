"""用 int64 张量计算，再取出 Python 整数。 / int64 tensors, turned into Python numbers."""

import torch


def parameter_counts(height, width, delta):
    h, w, d = torch.tensor([height, width, delta], dtype=torch.int64)
    counts = torch.stack([(h * w) ** 2 + h * w, (2 * h - 1) * (2 * w - 1) + 1, (2 * d + 1) ** 2 + 1])
    return tuple(counts.tolist())
