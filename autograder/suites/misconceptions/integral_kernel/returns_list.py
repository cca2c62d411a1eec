"""返回的是列表；这一题要的是 torch 张量。

You return a list; the exercise asks for a torch tensor.

Check: three
"""


def integral_kernel(n):
    return [[1.0] * n]
