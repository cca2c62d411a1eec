"""The elements of NumPy arrays: which of them are right, and what counts of them."""

from __future__ import annotations

import sys
from typing import Any

from autograder.checks.kinds.plain import rounded
from autograder.checks.kinds.rule import Rule
from autograder.checks.kinds.wording import FINITE
from autograder.course.outcome import Failed
from autograder.course.text import Text

NUMBERS = "biufc"  # the kinds of dtypes that are compared as numbers
DIGITS = 3
MOST_NUMBERS = 4096  # of an array, which are looked at one by one


def right_elements(got: Any, expected: Any, rule: Rule, what: Text) -> Any:
    """Return where an array is right; None where any values are."""
    numpy = sys.modules["numpy"]
    kinds = {got.dtype.kind, expected.dtype.kind}
    if not kinds <= set(NUMBERS) or (kinds <= set("biu") and rule.is_exact):
        return None if rule.any_value else numpy.asarray(same_elements(numpy, got, expected, kinds))
    double = numpy.complex128 if "c" in kinds else numpy.float64
    values, wanted = got.astype(double), expected.astype(double)
    same = (values == wanted) | (numpy.isnan(values) & numpy.isnan(wanted))
    finite = numpy.isfinite(values)
    if not bool((finite | same if rule.equal_nan else finite).all()):
        raise Failed(FINITE.format(what=what))
    if rule.any_value:
        return None
    with numpy.errstate(all="ignore"):
        right = abs(values - wanted) <= rule.error(what) + rule.rtol * abs(wanted)
    return numpy.asarray(right | same if rule.equal_nan else right)


def same_elements(numpy: Any, got: Any, expected: Any, kinds: set[str]) -> Any:
    """Return where two arrays are equal, or both have no time."""
    same = got == expected
    return same | (numpy.isnat(got) & numpy.isnat(expected)) if kinds <= set("mM") else same


def form_of_numbers(numpy: Any, array: Any) -> tuple[str, ...]:
    """Return the norm of an array and a weighted sum of its elements, which hardly any other array shares."""
    numbers = array.reshape(-1).astype(numpy.complex128 if array.dtype.kind == "c" else numpy.float64)
    numbers = numpy.nan_to_num(numbers, nan=0.5, posinf=1e30, neginf=-1e30)
    norm = float(numpy.linalg.norm(numbers))
    looked_at = numbers[:MOST_NUMBERS]
    weighted = complex(looked_at @ numpy.cos(numpy.arange(len(looked_at)) ** 2.0)) / (norm or 1.0)
    return rounded(norm), f"{weighted.real:.{DIGITS}f}", f"{weighted.imag:.{DIGITS}f}"
