"""你只允许奇数的宽度；核不必有正中间的一格，偶数宽也可以。

You allow odd widths only; a kernel needs no element in the very middle, so even widths count as well.

Check: first_and_second
"""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return d + 1 + d % 2
