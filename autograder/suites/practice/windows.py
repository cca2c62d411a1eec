"""Images and kernels of all kinds, for the exercises about windows."""

from __future__ import annotations

from collections.abc import Iterator

from torch import Tensor

from autograder.checks import Draw

Pair = tuple[Tensor, Tensor]  # an image and a kernel

LARGE, SMALL = 100, 5e-4  # factors for values far from those of the other cases
EXTREME = (
    ((3, 5), (1, 1)),
    ((3, 5), (1, 3)),
    ((3, 5), (3, 1)),
    ((3, 5), (3, 5)),
    ((5, 5), (5, 3)),  # as high as the image
    ((4, 6), (3, 6)),  # as wide as the image
    ((1, 20), (1, 3)),
    ((20, 1), (3, 1)),
    ((1, 1), (1, 1)),
)


def not_square(draw: Draw) -> Iterator[Pair]:
    """Yield images and kernels that are not square: two of usual sizes, a wide pair and a tall pair."""
    for image, kernel in (
        ((5, 7), (2, 3)),
        (draw.shape(7, 10), draw.shape(2, 5)),
        ((5, 22), (4, 17)),
        ((22, 5), (17, 4)),
    ):
        yield draw.tensor(*image), draw.tensor(*kernel)


def square(draw: Draw) -> Iterator[Pair]:
    """Yield square kernels, odd and even, with large values, many zeros, small values, and nothing but zeros."""
    yield LARGE * draw.tensor(6, 6), LARGE * draw.tensor(3, 3)
    yield draw.tensor(12, 13).relu(), draw.tensor(4, 4).relu()
    yield SMALL * draw.tensor(7, 6), SMALL * draw.tensor(5, 5)
    yield 0 * draw.tensor(3, 4), 0 * draw.tensor(2, 2)


def extreme(draw: Draw) -> Iterator[Pair]:
    """Yield kernels of one row, one column, one element, and as high or as wide as the image."""
    for image, kernel in EXTREME:
        yield draw.tensor(*image), draw.tensor(*kernel)
