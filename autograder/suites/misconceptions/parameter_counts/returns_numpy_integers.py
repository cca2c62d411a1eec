"""元组里装的是 NumPy 整数，它们有固定的位数；这里要普通的 Python 整数。

The tuple holds NumPy integers, which have a fixed number of bits; plain Python integers are asked for.

Check: public_image
"""

import numpy as np


def parameter_counts(height, width, delta):
    h, w, d = np.array([height, width, delta], dtype=np.int64)
    return (h * w) ** 2 + h * w, (2 * h - 1) * (2 * w - 1) + 1, (2 * d + 1) ** 2 + 1
