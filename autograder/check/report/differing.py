"""The two values that the message of a failed case is about, and the first place where they differ."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..compare import case_difference, difference
from ..kinds.tables import Library, library_of
from ..model import CaseVerdict, Rule, State, Windows


class Tables(NamedTuple):
    """Two tables of one library, as they can be drawn: what was got and what is expected."""

    library: Library
    got: Any
    expected: Any
    rule: Rule

    @property
    def places(self) -> list[tuple[int, ...]]:
        """The places of the elements that are wrong, of two tables of one shape."""
        return self.library.places(self.library.wrong(self.got, self.expected, self.rule))


def differing(verdict: CaseVerdict) -> tuple[object, object] | None:
    """Return the values, got and expected, that the message of a failed case is about; None if it is about no result.

    What was got may be another thing than the result, such as an input that was changed; the message tells.
    """
    got, expected, rule = verdict.got, verdict.case.expected, verdict.case.rule
    found = case_difference(got, verdict.case) if verdict.state is State.failed else None
    if found is None or found.message != verdict.message:
        return None
    while (pairs := _pairs(got, expected, rule)) is not None:
        pair = next((pair for pair in pairs if difference(*pair, rule) is not None), None)
        if pair is None:
            return None
        got, expected = pair
    return got, expected


def _pairs(got: object, expected: object, rule: Rule) -> list[tuple[object, object]] | None:
    """Return the items of two containers that belong together, None where there are none."""
    if isinstance(got, (tuple, list)) and isinstance(expected, (tuple, list)) and len(got) == len(expected):
        return list(zip(got, expected, strict=True)) if rule.order else []
    if isinstance(got, dict) and isinstance(expected, dict) and got.keys() == expected.keys():
        return [(got[key], expected[key]) for key in expected]
    return None


def differing_tables(verdict: CaseVerdict) -> Tables | None:
    """Return the tables that the message of a failed case is about, None where it is about something else."""
    pair = differing(verdict)
    return tables(*pair, verdict.case.rule) if pair is not None else None


def tables(got: object, expected: object, rule: Rule) -> Tables | None:
    """Return two values as they can be drawn, None where they are not tables of one library."""
    library = library_of(expected)
    if library is None or library_of(got) is not library:
        return None
    pair = library.drawn(got), library.drawn(expected)
    return None if pair[0] is None or pair[1] is None else Tables(library, *pair, rule)


def fits(shown: Windows, result: Any) -> bool:
    """Tell whether a result has one element for each place of the window."""
    heights, widths = zip(shown.image.shape, shown.kernel.shape, strict=True)
    return tuple(result.shape) == (heights[0] - heights[1] + 1, widths[0] - widths[1] + 1)
