"""返回了浮点数。 / Returns a float."""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return d + 1.0
