"""返回张量。 / Returns tensors."""

import torch


def parameter_counts(height, width, delta):
    h, w, d = torch.tensor([height, width, delta])
    return (h * w) ** 2 + h * w, (2 * h - 1) * (2 * w - 1) + 1, (2 * d + 1) ** 2 + 1
