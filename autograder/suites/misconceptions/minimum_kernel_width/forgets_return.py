"""宽度只是打印出来，没有返回；print 和 return 是两回事。

The width is printed but not returned; `print` and `return` are two different things.

Check: first_and_second
"""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    print(d + 1)
