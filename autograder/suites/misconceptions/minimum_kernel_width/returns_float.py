"""返回的是浮点数；宽度是整数。

You return a floating-point number; a width is a whole number.

Check: first_and_second
"""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return d + 1.0
