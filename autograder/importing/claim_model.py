"""The forms of a claim."""

from __future__ import annotations

import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class Equal:
    """Two values are equal, or close within `rtol` and `atol`, which are Python.

    `converts` says that the notebook makes arrays of both before it compares them, so that their kinds may differ.
    """

    left: ast.expr
    right: ast.expr
    rtol: str | None = None
    atol: str | None = None
    converts: bool = False


@dataclass(frozen=True)
class Holds:
    """A condition is true."""

    condition: ast.expr


@dataclass(frozen=True)
class Raises:
    """Statements raise an exception of a kind; its text matches a regular expression, where one is given."""

    kind: ast.expr
    body: tuple[ast.stmt, ...]
    match: str | None


Claim = Equal | Holds | Raises
