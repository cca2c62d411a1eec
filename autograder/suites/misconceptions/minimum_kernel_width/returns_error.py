"""返回了异常而没有抛出。 / Returns the exception instead of raising it."""


def minimum_kernel_width(d):
    return d + 1 if d >= 0 else ValueError("d < 0")
