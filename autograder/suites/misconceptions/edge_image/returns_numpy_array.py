"""返回的是 NumPy 数组；这一题要的是 torch 张量。

You return a NumPy array; the exercise asks for a torch tensor.

Check: image
"""

import numpy as np


def edge_image():
    X = np.ones((6, 8))
    X[:, 2:6] = 0
    return X
