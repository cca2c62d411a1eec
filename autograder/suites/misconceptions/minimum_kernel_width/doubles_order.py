"""返回了 2d + 1。 / Returns 2d + 1."""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return 2 * d + 1
