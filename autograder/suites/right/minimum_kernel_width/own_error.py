"""ValueError 的子类。 / A subclass of ValueError."""


class NegativeOrder(ValueError):
    pass


def minimum_kernel_width(d):
    if d >= 0:
        return 1 + d
    raise NegativeOrder(d)
