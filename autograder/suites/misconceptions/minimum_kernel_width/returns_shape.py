"""返回的是核的形状；题目只要它的宽度，一个整数。

You return the shape of the kernel; its width alone is asked for, one integer.

Check: first_and_second
"""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return (1, d + 1)
