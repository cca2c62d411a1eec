"""异常是返回的，不是抛出的；return 一个异常对象，调用者并不会知道出了错。

The error is returned, not raised; a caller who gets an exception as a value does not notice that anything is wrong.

Check: negative
"""


def minimum_kernel_width(d):
    return d + 1 if d >= 0 else ValueError("d < 0")
