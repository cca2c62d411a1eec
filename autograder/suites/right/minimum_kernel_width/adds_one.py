"""d + 1。 / d + 1."""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return d + 1
