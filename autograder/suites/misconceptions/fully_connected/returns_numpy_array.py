"""返回的是 NumPy 数组；这一题要的是 torch 张量，中间怎么算不限。

You return a NumPy array; the answer should be a torch tensor, however you work it out.

Check: weighted_sum
"""

import numpy as np


def fully_connected(X, W, U):
    return np.tensordot(W.numpy(), X.numpy(), axes=2) + U.numpy()
