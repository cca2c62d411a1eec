"""用 assert，抛出的是 AssertionError。 / Asserts, which raises AssertionError."""


def minimum_kernel_width(d):
    assert d >= 0
    return d + 1
