"""用 int32 张量计算，大图像溢出。 / Works in int32 tensors, which overflow for a large image."""

import torch


def parameter_counts(height, width, delta):
    h, w, d = torch.tensor([height, width, delta], dtype=torch.int32)
    counts = (h * w) ** 2 + h * w, (2 * h - 1) * (2 * w - 1) + 1, (2 * d + 1) ** 2 + 1
    return tuple(int(count) for count in counts)
