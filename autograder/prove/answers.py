"""The answers a suite is proven with: the stub, the reference, right variants, misconceptions and mutants."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.own_python import read_python
from autograder.course.suite_files import RIGHT
from autograder.mistakes.catalogue import Misconception, load_misconceptions
from autograder.prove.mutants import Mutant, first_line, mutants_of
from autograder.submissions.read import Submission


class Kind(StrEnum):
    """What an answer is, which decides what the suite has to do with it."""

    STUB = "stub"
    REFERENCE = "reference"
    RIGHT = "right variant"
    MISCONCEPTION = "misconception"
    MUTANT = "mutant"


@dataclass(frozen=True)
class Answer:
    """One whole submission for one exercise; `origin` is what it was made from."""

    kind: Kind
    name: str
    submission: Submission
    origin: Misconception | Mutant | None = None

    @property
    def title(self) -> str:
        """What it is called in a sentence."""
        if isinstance(self.origin, Mutant):
            return f"mutant {self.origin.name}"
        return self.name if self.kind in (Kind.STUB, Kind.REFERENCE) else f"{self.kind} {self.name}"

    @property
    def cuts_graph(self) -> bool:
        """Whether it is a mutant whose gradients alone are wrong."""
        return isinstance(self.origin, Mutant) and self.origin.cuts_graph


def answers_for(course: Course, assignment: Assignment, exercise: Exercise) -> Iterator[Answer]:
    """Yield every answer to an exercise; raise `UsageError` or `GraderError` where one cannot be made."""

    def answer(kind: Kind, name: str, source: str, origin: Misconception | Mutant | None = None) -> Answer:
        return Answer(kind, name, Submission("", assignment.name, False, (source,), {}, ()), origin)

    solution = read_python(course.solution(assignment.name))
    yield answer(Kind.STUB, "the stub", course.stub(assignment.name).read_text(encoding="utf-8"))
    yield answer(Kind.REFERENCE, "the reference", solution)
    notebook = Submission("", assignment.name, True, as_cells(solution), {}, ())
    yield Answer(Kind.REFERENCE, "the reference as a notebook", notebook)
    for path in sorted((course.suites / RIGHT / exercise.name).glob("*.py")):
        yield answer(Kind.RIGHT, path.stem, read_python(path))
    for misconception in load_misconceptions(course, exercise.name):
        yield answer(Kind.MISCONCEPTION, misconception.name, misconception.source, misconception)
    for mutant in mutants_of(solution, exercise.name):
        yield answer(Kind.MUTANT, mutant.diff(), mutant.source, mutant)


def as_cells(source: str) -> tuple[str, ...]:
    """Return the cells of a notebook that says what a file says: one for each line with a top-level statement."""
    lines, cells = source.splitlines(), dict[int, str]()
    for node in ast.parse(source).body:
        first = first_line(node)
        cells.setdefault(first, "\n".join(lines[first - 1 : node.end_lineno]))
    return tuple(cells.values())
