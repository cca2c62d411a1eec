"""assert 抛出的是 AssertionError；题目要的是 ValueError。

`assert` raises an AssertionError; the exercise asks for a ValueError.

Check: negative
"""


def minimum_kernel_width(d):
    assert d >= 0
    return d + 1
