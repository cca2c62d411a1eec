"""Comparing a student's value with the expected one, layer by layer.

The layers are: is there a value, its type, its shape, whether it is finite, its values. The message is that of the
first layer that fails. Nothing is broadcast or cast to fit. Tensors of any real dtype, bool included, are compared in
float64 with an expectation that was computed in float64. The error may be `TOLERANCE` float32 epsilons times `scale`:
so much a correct float32 answer may have, whether it uses loops, a matrix product or an FFT.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from autograder.checks.numbers import as_float
from autograder.checks.type_names import complex_kind, type_name
from autograder.course.outcome import Failed, WrongValue
from autograder.course.text import Text
from autograder.worker.shared.values import Foreign

EPSILON = torch.finfo(torch.float32).eps
TOLERANCE = 16
LARGEST_SCALE = 1e12  # a scale may follow from a student's numbers; a larger one would allow nearly any value

RESULT = Text("返回值", "The returned value")
NONE = Text("{what}是 None，是不是忘了写 return？", "{what} is None; is a `return` missing?")
TYPE = Text("{what}的类型是 {got}，应为 {expected}。", "{what} has type {got}; expected {expected}.")
COMPLEX = Text("{what}是复数（{got}）；应当是实数。", "{what} is complex ({got}); expected real numbers.")
SHAPE = Text("{what}的形状是 {got}，应为 {expected}。", "{what} has shape {got}; expected {expected}.")
LENGTH = Text("{what}有 {got} 个元素，应有 {expected} 个。", "{what} has {got} elements; expected {expected}.")
FINITE = Text("{what}里有 nan 或 inf。", "{what} contains nan or inf.")
ELEMENT = Text("{what}的形状正确，但数值不对。", "{what} has the right shape, but its value is wrong.")
ELEMENTS = Text(
    "{what}的形状正确，但 {total} 个元素中有 {wrong} 个数值不对。",
    "{what} has the right shape, but {wrong} of its {total} elements have wrong values.",
)
VALUE = Text("{what}不对。", "{what} is not right.")
SHOWN = Text("得到 {got}，应为 {expected}。", "Got {got}, expected {expected}.")
ITEM = Text("{what}的第 {number} 个元素", "{what}, element {number},")
BOUNDLESS = Text("{what}大得无法检查。", "{what} is too large to be checked.")


class AnyValue:
    """The scale of a comparison in which any finite values pass: only type and shape are compared."""


ANY = AnyValue()
Scale = float | Tensor | AnyValue


def compare(got: Any, expected: Any, *, scale: Scale = 0.0, public: bool = False, what: Text = RESULT) -> None:
    """Raise `Failed` unless `got` equals `expected`, layer by layer.

    `expected` decides what is asked for: a tensor, a tuple, a list, an int, a float, a str or a bool. A list of
    floats also accepts one-element tensors. `scale` is the norm of what is multiplied and summed, for example the
    norm of the image times the norm of the kernel; 0 asks for exact values, `ANY` for no particular ones. With
    `public` the message may show values, because the case is not secret. `what` names the value in the message.
    """
    if got is None:
        raise WrongValue(NONE.format(what=what), got, expected)
    if isinstance(expected, Tensor):
        _compare_tensors(got, expected, scale, public, what)
    elif isinstance(expected, (tuple, list)):
        _compare_sequences(got, expected, scale, public, what)
    else:
        _compare_scalars(got, expected, scale, public, what)


def tolerance_of(scale: float | Tensor, what: Text) -> float:
    """Return the largest error of a right value; raise `Failed` where the scale would allow nearly any value."""
    number = float(scale)
    if not 0 <= number <= LARGEST_SCALE:  # also false for nan
        raise Failed(BOUNDLESS.format(what=what))
    return error_of(number)


def error_of(scale: float | Tensor) -> float:
    """Return the error that a scale allows."""
    return TOLERANCE * EPSILON * float(scale)


def _compare_tensors(got: object, expected: Tensor, scale: Scale, public: bool, what: Text) -> None:
    if isinstance(got, Foreign) and (kind := complex_kind(got)):
        raise WrongValue(COMPLEX.format(what=what, got=kind), got, expected)
    if not isinstance(got, Tensor):
        raise _wrong_type(got, expected, what, type_name(got), "torch.Tensor")
    if expected.dtype is torch.bool and got.dtype is not torch.bool:
        raise _wrong_type(got, expected, what, got.dtype, "torch.bool")
    if got.shape != expected.shape:
        message = SHAPE.format(what=what, got=tuple(got.shape), expected=tuple(expected.shape))
        raise Failed(message) if isinstance(scale, AnyValue) else WrongValue(message, got, expected, error_of(scale))
    values, wanted_values = got.to(torch.float64), expected.to(torch.float64)
    if not bool(values.isfinite().all()):
        raise Failed(FINITE.format(what=what))
    if isinstance(scale, AnyValue):
        return
    # Not `error > tolerance`: where the expectation is not finite, the error is nan, and nothing is right.
    wrong = int((~((values - wanted_values).abs() <= tolerance_of(scale, what))).sum())
    if wrong:
        total = expected.numel()
        message = (ELEMENT if total == 1 else ELEMENTS).format(what=what, wrong=wrong, total=total)
        shown = _with_values(message, got.tolist(), expected.tolist(), public)
        raise WrongValue(shown, got, expected, error_of(scale))


def _compare_sequences(got: object, expected: Sequence[Any], scale: Scale, public: bool, what: Text) -> None:
    kind = tuple if isinstance(expected, tuple) else list
    if not isinstance(got, kind):
        raise _wrong_type(got, expected, what, type_name(got), kind.__name__)
    if len(got) != len(expected):
        raise WrongValue(LENGTH.format(what=what, got=len(got), expected=len(expected)), got, expected)
    for number, (one, wanted) in enumerate(zip(got, expected, strict=True), start=1):
        if kind is list and isinstance(one, Tensor) and isinstance(wanted, float) and one.numel() == 1:
            one = as_float(one)
        try:
            compare(one, wanted, scale=scale, public=public, what=ITEM.format(what=what, number=number))
        except WrongValue as error:
            if isinstance(wanted, (Tensor, tuple, list)) or not isinstance(one, (int, float)):
                raise
            raise WrongValue(error.message, got, expected, error.close) from None


def _compare_scalars(got: object, expected: object, scale: Scale, public: bool, what: Text) -> None:
    accepted = (int, float) if isinstance(expected, float) else (type(expected),)
    if not isinstance(got, accepted) or isinstance(got, bool) != isinstance(expected, bool):
        raise _wrong_type(got, expected, what, type_name(got), type_name(expected))
    if isinstance(got, float) and not math.isfinite(got):
        raise Failed(FINITE.format(what=what))
    if isinstance(scale, AnyValue):
        return
    if isinstance(expected, float) and isinstance(got, (int, float)):
        right = abs(as_float(got) - expected) <= tolerance_of(scale, what)
    else:
        right = got == expected
    if not right:
        raise WrongValue(_with_values(VALUE.format(what=what), got, expected, public), got, expected, error_of(scale))


def _wrong_type(got: object, expected: object, what: Text, came: object, asked: object) -> WrongValue:
    return WrongValue(TYPE.format(what=what, got=came, expected=asked), got, expected)


def _with_values(message: Text, got: object, expected: object, public: bool) -> Text:
    if not public:
        return message
    shown = SHOWN.format(got=repr(got)[:200], expected=repr(expected)[:200])
    return Text(f"{message.zh}{shown.zh}", f"{message.en} {shown.en}")
