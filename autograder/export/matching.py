"""Which row of a platform's table is whose: nobody is ever taken for somebody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from autograder.course.person import Person, comparable
from autograder.export.model import LeftOut
from autograder.results.model import Result

NOT_THERE = "the file has no row for this student"
SEVERAL = "several rows of the file fit this student"
SHARED = "another result fits the same row of the file"
ADVICE = (
    "Tell who is who with a roster: a CSV file with the names and the ids or e-mail addresses that the file has. "
    "`autograder grade … --roster roster.csv` takes it and grades nobody again; then export once more."
)


def needs_roster(reason: str) -> bool:
    """Tell whether a result was left out for a reason that a roster may do away with."""
    return reason in (NOT_THERE, SEVERAL, SHARED)


class Identity(Struct, frozen=True):
    """What a row says of its student: the platform's number, and everything else that can name a student."""

    number: str
    words: frozenset[str]


class Matches(Struct, frozen=True):
    """The results that belong to a row, by the index of the row, and those that belong to none."""

    rows: dict[int, Result]
    left_out: tuple[LeftOut, ...]


def identity(number: str, words: Iterable[str]) -> Identity:
    """Return the identity of a row with these cells; a name is known as `Last, First` and as `First Last`."""
    return Identity(number, frozenset(form for word in words for form in _forms(word)))


def match_rows(results: Sequence[Result], rows: Mapping[int, Identity]) -> Matches:
    """Find the row of each result of one assignment, by number, id, e-mail and name.

    A result belongs to no row where its student's data fit several, or where another result fits the same one.
    """
    found = [(result, *_row_of(result, rows)) for result in results]
    counts = Counter(row for _, row, _ in found if row is not None)
    taken = {row: result for result, row, _ in found if row is not None and counts[row] == 1}
    left_out = [
        LeftOut(result, SHARED if row is not None else reason)
        for result, row, reason in found
        if row is None or counts[row] > 1
    ]
    return Matches(taken, tuple(left_out))


def _row_of(result: Result, rows: Mapping[int, Identity]) -> tuple[int | None, str]:
    """Return the one row that fits, or None and the reason; what fits no row at all is passed over."""
    who = result.person or Person()
    by_number = {index for index, row in rows.items() if who.platform_id and row.number == who.platform_id}
    fitting = [by_number, *(_with_word(word, rows) for word in (who.id, who.email, result.student, who.name))]
    if not any(fitting):
        fitting.append({index for index, row in rows.items() if row.number == result.student})
    fitting = [indexes for indexes in fitting if indexes]
    common = set.intersection(*fitting) if fitting else set()
    if len(common) == 1:
        return common.pop(), ""
    return None, SEVERAL if fitting else NOT_THERE


def _with_word(word: str, rows: Mapping[int, Identity]) -> set[int]:
    forms = set(_forms(word)[:1])
    return {index for index, row in rows.items() if forms & row.words}


def _forms(word: str) -> list[str]:
    """Return the forms in which a word is compared, none for an empty one."""
    plain = comparable(word)
    last, comma, first = plain.partition(", ")
    turned = [f"{first} {last}", f"{last} {first}", f"{last}{first}"] if comma else []
    return [plain, *turned] if plain else []
