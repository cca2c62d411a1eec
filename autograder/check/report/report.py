"""What is shown of a verdict, as plain data: it goes from the process that judges to the one that draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model import Layer, State, Text

Place = tuple[int, int]


@dataclass(frozen=True)
class Grid:
    """A table of numbers: its label, its cells as text, the cells that are marked, and those that are wrong.

    `is_text` says that it has lines of text in its last column, each after its number.
    """

    label: Text
    cells: tuple[tuple[str, ...], ...]
    marked: frozenset[Place] = frozenset()
    wrong: frozenset[Place] = frozenset()
    is_text: bool = False


@dataclass(frozen=True)
class CaseReport:
    """What is shown of one case: the verdict, the pictures, and the first wrong element worked by hand.

    `explained` is a sentence in plain words where the answer raised a common exception. `result` is a right result
    that is no table.
    """

    title: Text
    state: State
    layer: Layer | None = None
    message: Text | None = None
    line: int | None = None
    explained: Text | None = None
    grids: tuple[Grid, ...] = ()
    worked: Text | None = None
    result: str = ""


@dataclass(frozen=True)
class ExerciseReport:
    """What is shown of one exercise; `count` is the number of its public cases where not each has a report."""

    name: str
    title: Text
    points: float
    state: State
    cases: tuple[CaseReport, ...] = ()
    mistake: Text | None = None
    warning: Text | None = None
    section: Text | None = None
    printed: str = ""
    count: int = 0

    @property
    def number_of_cases(self) -> int:
        """The number of public cases there are, also where not all of them were run."""
        return self.count or len(self.cases)

    @property
    def first(self) -> CaseReport | None:
        """The case to look at: the first one that has not passed."""
        return next((case for case in self.cases if case.state is not State.passed), None)

    @property
    def passed(self) -> int:
        """The number of cases that passed."""
        return sum(case.state is State.passed for case in self.cases)


@dataclass(frozen=True)
class Problem:
    """A top-level statement of a student's file that does not run: where, what, and the line with a mark under it.

    `names` are what the statement would have defined.
    """

    where: Text
    message: Text
    explained: Text | None = None
    line: int | None = None
    source: str = ""
    column: int | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileReport:
    """What is shown of one file: its problems, its exercises in order, and what was printed while it was loaded.

    `note` says why this file was chosen, where there was a choice.
    """

    assignment: str
    file: str
    problems: tuple[Problem, ...] = ()
    exercises: tuple[ExerciseReport, ...] = ()
    printed: str = ""
    seconds: float = 0.0
    note: Text | None = None

    def add(self, exercise: ExerciseReport) -> FileReport:
        """Return this report with one more exercise."""
        return replace(self, exercises=(*self.exercises, exercise))

    def passes(self, names: Sequence[str]) -> bool:
        """Tell whether the exercises of these names pass, all of them if none is named; False where none was run."""
        asked = [one for one in self.exercises if not names or one.name in names]
        return bool(asked) and all(one.state is State.passed for one in asked)

    @property
    def done(self) -> int:
        """The number of exercises all of whose cases pass."""
        return sum(one.state is State.passed for one in self.exercises)


@dataclass(frozen=True)
class Job:
    """What a judging process is asked: a file, the assignment it belongs to, and the exercises to leave out."""

    file: str
    assignment: str
    without: frozenset[str] = field(default_factory=frozenset)
