"""返回了 d。 / Returns d."""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return d
