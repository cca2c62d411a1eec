"""返回 NamedTuple，抛出 ValueError 的子类。 / A NamedTuple, and a subclass of ValueError."""

from collections import namedtuple

Shape = namedtuple("Shape", "height width")


class TooLarge(ValueError):
    pass


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    if k_h > n_h or k_w > n_w:
        raise TooLarge(kernel_shape)
    return Shape(n_h - k_h + 1, n_w - k_w + 1)
