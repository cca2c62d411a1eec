"""d < 0 时没有抛出异常。 / Raises nothing for a negative d."""


def minimum_kernel_width(d):
    return d + 1
