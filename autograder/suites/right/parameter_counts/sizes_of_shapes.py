"""由各个张量的形状求元素个数。 / Numbers of elements from the shapes of the tensors."""

from math import prod


def parameter_counts(height, width, delta):
    shapes = (
        [(height, width, height, width), (height, width)],
        [(2 * height - 1, 2 * width - 1), ()],
        [(2 * delta + 1, 2 * delta + 1), ()],
    )
    return tuple(sum(prod(shape) for shape in layer) for layer in shapes)
