"""Comparing a student's value with the expected one, layer by layer.

The layers are: is there a value, its type, its shape, whether it is finite, its values. The message is that of the
first layer that fails. Nothing is broadcast or cast to fit. Tensors of any real dtype, bool included, are compared in
float64 with an expectation that was computed in float64. The error may be `TOLERANCE` float32 epsilons times `scale`:
so much a correct float32 answer may have, whether it uses loops, a matrix product or an FFT.
"""

from __future__ import annotations

import builtins
import math
import re
from collections.abc import Sequence
from typing import Any

import numpy
import torch
from torch import Tensor

from autograder.course.outcome import Failed
from autograder.course.text import Text
from autograder.worker.shared.values import Foreign

EPSILON = torch.finfo(torch.float32).eps
TOLERANCE = 16
ANY = float("inf")  # the scale at which any finite values pass, so that only type and shape are compared

RESULT = Text("返回值", "The returned value")
NONE = Text("{what}是 None，是不是忘了写 return？", "{what} is None; is a `return` missing?")
TYPE = Text("{what}的类型是 {got}，应为 {expected}。", "{what} has type {got}; expected {expected}.")
SHAPE = Text("{what}的形状是 {got}，应为 {expected}。", "{what} has shape {got}; expected {expected}.")
LENGTH = Text("{what}有 {got} 个元素，应有 {expected} 个。", "{what} has {got} elements; expected {expected}.")
FINITE = Text("{what}里有 nan 或 inf。", "{what} contains nan or inf.")
ELEMENTS = Text(
    "{what}的形状正确，但 {total} 个元素中有 {wrong} 个数值不对。",
    "{what} has the right shape, but {wrong} of its {total} elements have wrong values.",
)
VALUE = Text("{what}不对。", "{what} is not right.")
SHOWN = Text("得到 {got}，应为 {expected}。", "Got {got}, expected {expected}.")
OWN_TYPE = Text("无法识别的类型", "of no known kind")
ITEM = Text("{what}的第 {number} 个元素", "{what}, element {number},")

COMPLEX = re.compile(r"torch\.Tensor \((complex\d+)")
TYPE_NAMES = {
    Tensor: "torch.Tensor",
    bool: "bool",
    int: "int",
    float: "float",
    str: "str",
    tuple: "tuple",
    list: "list",
}


def compare(got: Any, expected: Any, *, scale: float | Tensor = 0.0, public: bool = False, what: Text = RESULT) -> None:
    """Raise `Failed` unless `got` equals `expected`, layer by layer.

    `expected` decides what is asked for: a tensor, a tuple, a list, an int, a float, a str or a bool. A list of
    floats also accepts one-element tensors. `scale` is the norm of what is multiplied and summed, for example the
    norm of the image times the norm of the kernel; 0 asks for exact values. With `public` the message may show
    values, because the case is not secret. `what` names the value in the message.
    """
    if got is None:
        raise Failed(NONE.format(what=what))
    if isinstance(expected, Tensor):
        _compare_tensors(got, expected, float(scale), public, what)
    elif isinstance(expected, (tuple, list)):
        _compare_sequences(got, expected, float(scale), public, what)
    else:
        _compare_scalars(got, expected, float(scale), public, what)


def type_name(value: object) -> Text:
    """Return the name of a value's type as a student knows it; a name that a submission made up is never shown."""
    if not isinstance(value, Foreign):
        return Text(*[TYPE_NAMES.get(type(value), type(value).__name__)] * 2)
    if found := COMPLEX.match(value.type_name):
        return Text(*[f"torch.{found[1]}"] * 2)
    module, _, name = value.type_name.partition(".")
    known = {"numpy": numpy, "torch": torch, "builtins": builtins}.get(module)
    return (
        Text(*[value.type_name.removeprefix("builtins.")] * 2)
        if isinstance(getattr(known, name, None), type)
        else OWN_TYPE
    )


def _compare_tensors(got: object, expected: Tensor, scale: float, public: bool, what: Text) -> None:
    if not isinstance(got, Tensor):
        raise Failed(TYPE.format(what=what, got=type_name(got), expected="torch.Tensor"))
    if expected.dtype is torch.bool and got.dtype is not torch.bool:
        raise Failed(TYPE.format(what=what, got=got.dtype, expected="torch.bool"))
    if got.shape != expected.shape:
        raise Failed(SHAPE.format(what=what, got=tuple(got.shape), expected=tuple(expected.shape)))
    values, wanted_values = got.to(torch.float64), expected.to(torch.float64)
    if not bool(values.isfinite().all()):
        raise Failed(FINITE.format(what=what))
    wrong = int(((values - wanted_values).abs() > TOLERANCE * EPSILON * scale).sum())
    if wrong:
        message = ELEMENTS.format(what=what, wrong=wrong, total=expected.numel())
        raise Failed(_with_values(message, got.tolist(), expected.tolist(), public))


def _compare_sequences(got: object, expected: Sequence[Any], scale: float, public: bool, what: Text) -> None:
    kind = tuple if isinstance(expected, tuple) else list
    if not isinstance(got, kind):
        raise Failed(TYPE.format(what=what, got=type_name(got), expected=kind.__name__))
    if len(got) != len(expected):
        raise Failed(LENGTH.format(what=what, got=len(got), expected=len(expected)))
    for number, (one, wanted) in enumerate(zip(got, expected, strict=True), start=1):
        if kind is list and isinstance(one, Tensor) and isinstance(wanted, float) and one.numel() == 1:
            one = float(one)
        compare(one, wanted, scale=scale, public=public, what=ITEM.format(what=what, number=number))


def _compare_scalars(got: object, expected: object, scale: float, public: bool, what: Text) -> None:
    accepted = (int, float) if isinstance(expected, float) else (type(expected),)
    if not isinstance(got, accepted) or isinstance(got, bool) != isinstance(expected, bool):
        raise Failed(TYPE.format(what=what, got=type_name(got), expected=type_name(expected)))
    if isinstance(got, float) and not math.isfinite(got):
        raise Failed(FINITE.format(what=what))
    if isinstance(expected, float) and isinstance(got, (int, float)):
        right = abs(got - expected) <= TOLERANCE * EPSILON * scale
    else:
        right = got == expected
    if not right:
        raise Failed(_with_values(VALUE.format(what=what), got, expected, public))


def _with_values(message: Text, got: object, expected: object, public: bool) -> Text:
    if not public:
        return message
    shown = SHOWN.format(got=repr(got)[:200], expected=repr(expected)[:200])
    return Text(f"{message.zh}{shown.zh}", f"{message.en} {shown.en}")
