"""d 是负数时没有抛出异常；这种情况要先检查。

A negative d raises nothing; check for it first.

Check: negative
"""


def minimum_kernel_width(d):
    return d + 1
