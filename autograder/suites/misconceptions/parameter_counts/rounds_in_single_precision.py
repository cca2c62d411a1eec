"""用 float32 算，只有大约七位有效数字是准的；整数运算就不会有误差。

In float32 only about seven digits are right; arithmetic on whole numbers has no such error.

Check: large_images
"""

import torch


def parameter_counts(height, width, delta):
    h, w, d = torch.tensor([height, width, delta], dtype=torch.float32)
    counts = (h * w) ** 2 + h * w, (2 * h - 1) * (2 * w - 1) + 1, (2 * d + 1) ** 2 + 1
    return tuple(int(count) for count in counts)
