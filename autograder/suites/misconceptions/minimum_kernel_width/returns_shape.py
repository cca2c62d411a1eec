"""返回了形状 (1, d + 1)。 / Returns the shape (1, d + 1)."""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return (1, d + 1)
