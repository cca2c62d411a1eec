"""Comparing a student's value with the expected one, layer by layer.

The layers are: is there a value, its type, its shape (the length, keys or fields), its dtype where that is asked for,
whether it is finite, its values. The message is that of the first layer that fails. Nothing is broadcast or cast to
fit. Tensors of any real dtype, bool included, are compared in float64 with an expectation that was computed in
float64. The error may be `TOLERANCE` float32 epsilons times `scale`: so much a correct float32 answer may have, whether
it uses loops, a matrix product or an FFT. `kinds/` has how the values of each kind are compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder.checks.kinds import compare_values
from autograder.checks.kinds.rule import ANY, EPSILON, TOLERANCE, Rule
from autograder.course.outcome import Failed
from autograder.course.text import Text

if TYPE_CHECKING:
    from autograder.checks.kinds.rule import Scale

__all__ = ["ANY", "EPSILON", "RESULT", "TOLERANCE", "compare", "is_equal"]

RESULT = Text("返回值", "The returned value")


def compare(
    got: Any,
    expected: Any,
    *,
    scale: Scale = 0.0,
    rtol: float | None = None,
    atol: float | None = None,
    dtype: Any = None,
    equal_nan: bool = False,
    order: bool = True,
    what: Text = RESULT,
    public: bool = False,
) -> None:
    """Raise `Failed` unless `got` equals `expected`, layer by layer.

    `expected` decides what is asked for: a value of any kind that crosses, None included. A float also accepts an int,
    and a list of floats one-element tensors. `scale` is the norm of what is multiplied and summed, for example the
    norm of the image times the norm of the kernel; 0 asks for exact values, `ANY` for no particular ones. `rtol` and
    `atol` allow an error of `atol + rtol * abs(expected)` in addition; with them a number may be of any real type, so a
    float is right where 4 is expected. `dtype` asks for a dtype: True for that of
    `expected`, or one by its name or object. With `equal_nan`, nan and inf are right where `expected` has the same.
    Without `order`, a list or tuple is right in any order of its items; where they are not all numbers and not all
    hashable and exact, it may have at most 64. With `public` the message may show values, because the case is not
    secret. `what` names the value in the message. Raises `GraderError` for a longer list without `order`.
    """
    asked = None if dtype is False else dtype
    rule = Rule(scale, rtol or 0.0, atol or 0.0, asked, equal_nan, order, public)
    compare_values(got, expected, rule, what)


def is_equal(one: Any, other: Any) -> bool:
    """Tell whether two values are exactly equal; nan equals nan."""
    try:
        compare(one, other, equal_nan=True)
    except Failed:
        return False
    return True
