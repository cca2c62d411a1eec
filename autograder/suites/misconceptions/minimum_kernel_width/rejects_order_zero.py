"""d = 0 时也抛出异常。 / Raises for d = 0 as well."""


def minimum_kernel_width(d):
    if d <= 0:
        raise ValueError("d <= 0")
    return d + 1
