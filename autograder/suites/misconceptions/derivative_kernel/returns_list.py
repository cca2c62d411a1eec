"""返回的是列表；这一题要的是 torch 张量。

You return a list; the exercise asks for a torch tensor.

Check: first_order
"""

import math


def derivative_kernel(d):
    return [[(-1.0) ** (d - k) * math.comb(d, k) for k in range(d + 1)]]
