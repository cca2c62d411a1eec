"""The kinds of values that are compared, one module for each, and what is done with a value of any kind.

`autograder/worker/shared/kinds/` has for each kind how its values cross. None of the modules imports the library of
its kind: a library is used only where a value of it is there.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from autograder.checks.kinds.arrays import ARRAYS
from autograder.checks.kinds.containers import CONTAINERS
from autograder.checks.kinds.frames import FRAMES
from autograder.checks.kinds.kind import ITEM_BYTES, Kind
from autograder.checks.kinds.plain import PLAIN
from autograder.checks.kinds.records import RECORDS
from autograder.checks.kinds.rule import Rule
from autograder.checks.kinds.stand_ins import STAND_INS
from autograder.checks.kinds.tensors import TENSORS
from autograder.checks.kinds.wording import NONE, VALUE, wrong_type
from autograder.checks.type_names import type_name
from autograder.course.outcome import WrongValue
from autograder.course.text import Text

KINDS = (PLAIN, TENSORS, STAND_INS, RECORDS, CONTAINERS, ARRAYS, FRAMES)  # the first that takes a type has it


@cache
def _kind_of(kind: type) -> Kind | None:
    return next((each for each in KINDS if each.takes(kind)), None)


def kind_of(value: object) -> Kind | None:
    """Return the kind of a value, or None where it is of none that crosses."""
    its_type: type = type(value)
    return _kind_of(its_type)


def compare_values(got: Any, expected: Any, rule: Rule, what: Text) -> None:
    """Raise `Failed` unless a value is the expected one; only what is equal passes for a value of no kind."""
    if got is None and expected is not None:
        raise WrongValue(NONE.format(what=what), got, expected)
    kind = kind_of(expected)
    if kind is not None:
        kind.compare(got, expected, rule, what, compare_values)
    elif type(got) is not type(expected):
        raise wrong_type(got, expected, what, type_name(got), type_name(expected))
    elif got != expected:
        raise WrongValue(VALUE.format(what=what), got, expected)


def same_values(one: Any, other: Any, bound: float) -> bool:
    """Tell whether two values are of one kind and the same, up to rounding and an error of `bound`."""
    kind = kind_of(one)
    if kind is None or kind_of(other) is not kind:
        return False
    return kind.same(one, other, bound, same_values)


def copied(value: Any, double: bool = False) -> Any:
    """Copy a value, with `double` its floating-point numbers in 64 bits; what is of no kind is not copied."""
    kind = kind_of(value)
    return value if kind is None else kind.copied(value, double, copied)


def form_of(value: Any) -> object:
    """Return a value as JSON holds it, in a form in which rounding errors make no difference."""
    kind = kind_of(value)
    return [type(value).__name__] if kind is None else kind.form(value, form_of)


def size_of(value: Any) -> int:
    """Return about how many bytes a value takes."""
    kind = kind_of(value)
    return ITEM_BYTES if kind is None else kind.size(value, size_of)


def norm_of(value: Any) -> float | None:
    """Return the norm of an array or a tensor of floating-point numbers; None for anything else."""
    kind = kind_of(value)
    return None if kind is None else kind.norm(value)
