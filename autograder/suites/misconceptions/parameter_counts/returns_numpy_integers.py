"""返回 NumPy 整数。 / Returns NumPy integers."""

import numpy as np


def parameter_counts(height, width, delta):
    h, w, d = np.array([height, width, delta], dtype=np.int64)
    return (h * w) ** 2 + h * w, (2 * h - 1) * (2 * w - 1) + 1, (2 * d + 1) ** 2 + 1
