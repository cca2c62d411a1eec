"""直接写出结果。 / States the result."""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return d + 1
