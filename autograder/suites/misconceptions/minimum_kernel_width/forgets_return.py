"""宽度没有返回，也许只是打印了出来；print 和 return 是两回事。

The width is not returned, perhaps only printed; `print` and `return` are two different things.

Check: first_and_second
"""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    print(d + 1)
