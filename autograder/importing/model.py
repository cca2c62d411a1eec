"""What a notebook of another grader holds, whatever its format."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Prose:
    """A Markdown cell that students read."""

    text: str


@dataclass(frozen=True)
class Code:
    """A code cell that students get as it stands."""

    cell: int
    source: str


@dataclass(frozen=True)
class Answer:
    """A code cell that students fill in; its solution stands between the marks of this engine, or is the whole cell."""

    cell: int
    name: str
    source: str


@dataclass(frozen=True)
class Tests:
    """Tests of the answers before them; `hidden` are the lines that students do not see.

    `points` is None where the notebook says nothing. `case` counts those that one cell asks for.
    """

    cell: int
    name: str
    source: str
    points: float | None = None
    hidden: frozenset[int] = frozenset()
    case: int = 1

    @property
    def place(self) -> str:
        """The cell and the case, as a part of a name."""
        return f"{self.cell}" if self.case == 1 else f"{self.cell}_case_{self.case}"


@dataclass(frozen=True)
class Written:
    """A question answered in words, with its model answer."""

    cell: int
    name: str
    points: float
    text: str


Piece = Prose | Code | Answer | Tests | Written


@dataclass(frozen=True)
class Todo:
    """A test that is not translated: where it stands, its source, and why."""

    cell: int
    line: int
    source: str
    reason: str


@dataclass(frozen=True)
class Exercise:
    """A function or class that students write, or a variable: then the function returns it.

    `source` is its whole definition, with the marks of this engine around the solution.
    """

    name: str
    source: str
    cell: int
    is_class: bool = False
    is_variable: bool = False


@dataclass
class Material:
    """What the answers of a notebook are made into.

    `context` has the statements that students get, in order, with their cells, and `before_tests` the statements of
    cells of tests that later cells may need. `hidden` has the ids of those of them that students do not see, and
    `left_out` says which statements of answers go nowhere.
    """

    exercises: dict[str, Exercise] = field(default_factory=dict)
    imports: list[ast.stmt] = field(default_factory=list)
    context: list[tuple[int, ast.stmt]] = field(default_factory=list)
    before_tests: list[tuple[int, ast.stmt]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    left_out: list[Todo] = field(default_factory=list)

    @property
    def variables(self) -> frozenset[str]:
        """The names of the exercises that were variables."""
        return frozenset(name for name, exercise in self.exercises.items() if exercise.is_variable)
