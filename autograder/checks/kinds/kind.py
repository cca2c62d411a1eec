"""What the comparisons have to know of one kind of values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from autograder.checks.kinds.rule import Rule
from autograder.course.text import Text

Compare = Callable[[Any, Any, Rule, Text], None]
Same = Callable[[Any, Any, float], bool]
Copy = Callable[[Any, bool], Any]
Form = Callable[[Any], object]
Size = Callable[[Any], int]
ITEM_BYTES = 50  # about what a number takes


@dataclass(frozen=True)
class Kind:
    """A kind of values. No function of it imports the library of the kind.

    Functions that look into a value get as their last argument the function that does the same for any value:

    - `takes` tells whether the values of a type are of this kind
    - `compare` raises `Failed` unless a value (of any kind) is the expected one of this kind
    - `same` tells whether two values of this kind are the same up to rounding
    - `copied` copies a value, its floats in double precision where that is asked for
    - `form` returns what counts of a value, up to rounding, as JSON holds it
    - `size` returns about how many bytes a value takes
    - `norm` returns the norm of a value that has one
    """

    takes: Callable[[type], bool]
    compare: Callable[[Any, Any, Rule, Text, Compare], None]
    same: Callable[[Any, Any, float, Same], bool]
    copied: Callable[[Any, bool, Copy], Any]
    form: Callable[[Any, Form], object]
    size: Callable[[Any, Size], int]
    norm: Callable[[Any], float | None] = lambda _value: None
