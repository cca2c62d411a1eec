"""返回 NumPy 数组。 / Returns a NumPy array."""

import numpy as np


def diagonal_image(n):
    return np.triu(np.ones((n, n)))
