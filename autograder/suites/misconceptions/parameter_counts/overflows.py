"""整数溢出了：32 位装不下这么大的数，多出的高位被悄悄丢掉。

The integers overflow: 32 bits cannot hold a number this large, and the upper digits are dropped without a word.

Check: large_images
"""

import torch


def parameter_counts(height, width, delta):
    h, w, d = torch.tensor([height, width, delta], dtype=torch.int32)
    counts = (h * w) ** 2 + h * w, (2 * h - 1) * (2 * w - 1) + 1, (2 * d + 1) ** 2 + 1
    return tuple(int(count) for count in counts)
