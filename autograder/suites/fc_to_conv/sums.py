"""Comparing layers of the form H = bias + sum of weights times pixels, with a scale for their rounding errors."""

from __future__ import annotations

from torch import Tensor

from autograder.checks import Draw, Reference, Student, compare

LARGE, SMALL = 100.0, 5e-4  # factors for values far from those of the other cases


def compare_sum(
    student: Student, reference: Reference, X: Tensor, weights: Tensor, bias: Tensor | float, *, public: bool = False
) -> None:
    """Compare the layer's output for an image X (h, w), its weights and its bias (a tensor or a number)."""
    got = student.call(X, weights, bias, public=public)
    compare(got, reference.call(X, weights, bias), scale=scale_of(X, weights, bias), public=public)


def long_shapes(draw: Draw) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the shape of a wide and of a tall image, several times longer than the images of the other cases."""
    return (4, draw.integer(17, 20)), (draw.integer(17, 20), 2)


def scale_of(X: Tensor, weights: Tensor, bias: Tensor | float) -> float:
    """Return the norm of the image times the norm of the weights, plus the size of the bias."""
    size = bias.norm() if isinstance(bias, Tensor) else abs(bias)
    return float(X.norm() * weights.norm() + size)
