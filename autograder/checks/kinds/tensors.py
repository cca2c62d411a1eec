"""Comparing tensors of torch, in float64. Nothing is broadcast or cast to fit."""

from __future__ import annotations

import functools
import sys
from typing import Any

from autograder.checks.kinds.kind import Compare, Copy, Form, Kind, Same, Size
from autograder.checks.kinds.plain import RELATIVE, rounded
from autograder.checks.kinds.rule import Rule
from autograder.checks.kinds.wording import (
    COMPLEX,
    DTYPE,
    ELEMENT,
    ELEMENTS,
    FINITE,
    SHAPE,
    with_values,
    wrong_type,
)
from autograder.checks.type_names import complex_kind, dtype_name, type_name
from autograder.course.outcome import Failed, WrongValue
from autograder.course.text import Text
from autograder.worker.shared.values import Foreign

DIGITS = 3
MOST_NUMBERS = 4096  # of a tensor, which are looked at one by one


def _torch() -> Any:
    return sys.modules["torch"]


def _takes(kind: type) -> bool:
    return issubclass(kind, getattr(sys.modules.get("torch"), "Tensor", ()))


def _compare(got: Any, expected: Any, rule: Rule, what: Text, _inner: Compare) -> None:
    torch = _torch()
    if isinstance(got, Foreign) and (kind := complex_kind(got)):
        raise WrongValue(COMPLEX.format(what=what, got=kind), got, expected)
    if not isinstance(got, torch.Tensor):
        raise wrong_type(got, expected, what, type_name(got), "torch.Tensor")
    if expected.dtype is torch.bool and got.dtype is not torch.bool:
        raise wrong_type(got, expected, what, got.dtype, "torch.bool")
    if got.shape != expected.shape:
        message = SHAPE.format(what=what, got=tuple(got.shape), expected=tuple(expected.shape))
        raise Failed(message) if rule.any_value else WrongValue(message, got, expected, rule.close)
    if rule.dtype is not None:
        _compare_dtypes(got, expected, rule, what)
    _compare_values(got, expected, rule, what)


def _compare_dtypes(got: Any, expected: Any, rule: Rule, what: Text) -> None:
    came, asked = dtype_name(got.dtype), dtype_name(expected.dtype if rule.dtype is True else rule.dtype)
    if came != asked:
        raise WrongValue(DTYPE.format(what=what, got=came, expected=asked), got, expected, rule.close)


def _compare_values(got: Any, expected: Any, rule: Rule, what: Text) -> None:
    torch = _torch()
    values, wanted = got.to(torch.float64), expected.to(torch.float64)
    same = (values == wanted) | (values.isnan() & wanted.isnan()) if rule.equal_nan else None
    finite = values.isfinite()
    if not bool((finite if same is None else finite | same).all()):
        raise Failed(FINITE.format(what=what))
    if rule.any_value:
        return
    bound = rule.error(what) + rule.rtol * wanted.abs() if rule.rtol else rule.error(what)
    # Not `error > bound`: where the expectation is not finite, the error is nan, and nothing is right.
    right = (values - wanted).abs() <= bound
    wrong = int((~(right if same is None else right | same)).sum())
    if wrong:
        total = expected.numel()
        message = (ELEMENT if total == 1 else ELEMENTS).format(what=what, wrong=wrong, total=total)
        shown = with_values(message, got.tolist(), expected.tolist(), rule.public)
        raise WrongValue(shown, got, expected, rule.close)


def _same(one: Any, other: Any, bound: float, _inner: Same) -> bool:
    """Compare shapes and values; the dtype does not matter, but a bool tensor is never the same as a number tensor."""
    torch = _torch()
    if one.shape != other.shape or (one.dtype is torch.bool) != (other.dtype is torch.bool):
        return False
    return bool(torch.allclose(one.double(), other.double(), rtol=RELATIVE, atol=bound, equal_nan=True))


def _copied(value: Any, double: bool, _inner: Copy) -> Any:
    if not double:
        return value.detach().clone()
    return value.to(_torch().float64, copy=True) if value.is_floating_point() else value.clone()


def _form(value: Any, _inner: Form) -> object:
    return ["tensor", list(value.shape), value.dtype is _torch().bool, *_form_of_numbers(value)]


def _form_of_numbers(tensor: Any) -> tuple[str, ...]:
    """Return the norm of a tensor and two weighted sums of its elements, which hardly any other tensor shares."""
    torch = _torch()
    dense = tensor.detach().to_dense()
    real = torch.view_as_real(dense.resolve_conj()) if dense.is_complex() else dense
    numbers = torch.nan_to_num(real.flatten().double(), nan=0.5, posinf=1e30, neginf=-1e30)
    norm = float(numbers.norm())
    looked_at = numbers[:MOST_NUMBERS]
    sums = _weights()[:, : len(looked_at)] @ looked_at / (norm or 1.0)
    return rounded(norm), *(f"{float(one):.{DIGITS}f}" for one in sums)


@functools.cache
def _weights() -> Any:
    """Return the weights of the two sums; equal tensors have equal sums in every process."""
    torch = _torch()
    return torch.randn(2, MOST_NUMBERS, dtype=torch.float64, generator=torch.Generator().manual_seed(0))


def _size(value: Any, _inner: Size) -> int:
    return int(value.numel() * value.element_size())


def _norm(value: Any) -> float | None:
    return float(value.norm()) if value.is_floating_point() else None


TENSORS = Kind(_takes, _compare, _same, _copied, _form, _size, _norm)
