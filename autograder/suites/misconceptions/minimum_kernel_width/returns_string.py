"""返回了字符串。 / Returns a string."""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return str(d + 1)
