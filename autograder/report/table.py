"""The tables of the report, as data: the page's own script draws, sorts and filters them all in the same way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeVar

from msgspec import Struct

from autograder.course.text import Text, printable

# What the cells of a column hold:
#   text     a string of a submission or a result, shown as it is
#   code     source code of a submission, on demand
#   words    our own words, as (Chinese, English)
#   choice   the position of one of the column's choices, by which the table can be filtered
#   number   a number or None, with so many digits after the point
#   percent  a share from 0 to 1, or None
#   heat     a whole number of percent, or `n`, `r`, `e`: not attempted, not run, grader error; None: no such thing
#   person   the position of a person
#   people   positions of people: how many they are, and on demand who
#   changes  (check, state before, state after): positions in `choices` and `states`; None where there is no such check
Kind = Literal["text", "code", "words", "choice", "number", "percent", "heat", "person", "people", "changes"]
Words = tuple[str, str]
Value = TypeVar("Value")


class Column(Struct, frozen=True, omit_defaults=True):
    """A column of a table; `note` explains its heading, `choices` and `states` are what cells are positions in."""

    name: Words
    kind: Kind = "text"
    digits: int = 0
    note: Words | None = None
    choices: tuple[Words, ...] = ()
    states: tuple[Words, ...] = ()


class Table(Struct, frozen=True):
    """A table: its rows have a cell for each column, and stand in the order that is shown first.

    `name` is a word that is unique on the page. `drawing` asks for a picture of all cells of kind `heat`.
    """

    name: str
    columns: tuple[Column, ...]
    rows: list[list[object]]
    drawing: bool = False


def words(text: Text) -> Words:
    """Return a text for a cell, without control characters."""
    return printable(text.zh), printable(text.en)


def column(zh: str, en: str, kind: Kind = "text", digits: int = 0, note: Text | None = None) -> Column:
    """Return a column without choices."""
    return Column((zh, en), kind, digits, words(note) if note else None)


def choice_column(zh: str, en: str, choices: Iterable[Text]) -> Column:
    """Return a column whose cells are positions in `choices`."""
    return Column((zh, en), "choice", choices=tuple(map(words, choices)))


def positions(values: Iterable[Value]) -> dict[Value, int]:
    """Return the position of each different value, in the order in which they come."""
    return {value: index for index, value in enumerate(dict.fromkeys(values))}


def rounded(value: float | None, digits: int = 4) -> float | None:
    """Return a number with so many digits after the point, or None."""
    return None if value is None else round(value, digits)
