"""What a result shows of the case of a public check: small tables of text."""

from __future__ import annotations

from msgspec import Struct

UNEQUAL = "≠"  # stands in a table of differences where two values cannot be subtracted


class Table(Struct, frozen=True):
    """A small table of short texts; `label` is the name of an argument, the place of a slice such as `[0]`, or both."""

    label: str
    cells: tuple[tuple[str, ...], ...]


class Example(Struct, frozen=True):
    """The case of a public check that failed by its value, in tables: what was asked, what is right and what came back.

    `difference` has the tables of `expected`, with empty texts where the value is right; there are none where the two
    have not the same tables.
    """

    arguments: tuple[Table, ...]
    expected: tuple[Table, ...]
    got: tuple[Table, ...]
    difference: tuple[Table, ...]
