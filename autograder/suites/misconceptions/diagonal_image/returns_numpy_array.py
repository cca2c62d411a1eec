"""返回的是 NumPy 数组；这一题要的是 torch 张量。

You return a NumPy array; the exercise asks for a torch tensor.

Check: four
"""

import numpy as np


def diagonal_image(n):
    return np.triu(np.ones((n, n)))
