"""The right answers that edits change: the reference of an exercise and its right variants."""

from __future__ import annotations

import ast
import textwrap
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autograder.course.errors import GraderError
from autograder.course.manifest import Course
from autograder.course.own_python import syntax_fault
from autograder.course.suite_files import RIGHT
from autograder.mistakes.edit import Edit


@dataclass(frozen=True)
class Base:
    """A right answer: the lines of it that an edit may change, and the lines above and below them."""

    path: Path
    lines: list[str]
    above: list[str]
    below: list[str]

    def apply(self, edit: Edit) -> str:
        """Return the answer with the edit made; raise `ValueError` with the reason why it does not apply."""
        before, after = edit.before.strip("\n"), edit.after.strip("\n")
        if before == after:
            raise ValueError("`before` and `after` are the same")
        start, length = self._find(before), before.count("\n") + 1
        indent = self.lines[start].removesuffix(before.split("\n")[0])
        new = textwrap.indent(after, indent).split("\n") if after else []
        edited = [*self.lines[:start], *new, *self.lines[start + length :]]
        try:
            ast.parse("\n".join(edited))
        except SyntaxError as error:
            raise ValueError(f"the edited answer does not parse, {error.msg}") from None
        return "\n".join([*self.above, *edited, *self.below])

    def _find(self, text: str) -> int:
        """Return where a text of whole lines begins; raise `ValueError` unless the lines are there exactly once."""
        if not self.path.is_file():
            raise ValueError("there is no such file")
        first, length = text.split("\n")[0].strip(), text.count("\n") + 1
        starts = [
            index
            for index, line in enumerate(self.lines)
            if line.strip() == first and textwrap.dedent("\n".join(self.lines[index : index + length])) == text
        ]
        if len(starts) != 1:
            raise ValueError(f"`before` is found {len(starts)} times, not once")
        return starts[0]


def read_base(course: Course, exercise: str, variant: str) -> Base:
    """Return a right variant, or the reference if `variant` is empty; of the reference only the exercise may change.

    Raises `GraderError` where the reference has a syntax error.
    """
    if variant:
        path = course.suites / RIGHT / exercise / f"{variant}.py"
        return Base(path, path.read_text(encoding="utf-8").split("\n") if path.is_file() else [], [], [])
    owners = (a.name for a in course.assignments.values() if exercise in {e.name for e in a.exercises})
    path = course.solution(next(owners))
    source = path.read_text(encoding="utf-8")
    try:
        first, last = definitions(source).get(exercise, (0, 0))
    except SyntaxError as error:
        raise GraderError(syntax_fault(path, error)) from None
    lines = source.split("\n")
    return Base(path, lines[first:last], lines[:first], lines[last:])


@cache
def definitions(source: str) -> dict[str, tuple[int, int]]:
    """Return where the lines of each top-level definition of a solution begin and end, by its name."""
    return {
        node.name: (node.lineno - 1, node.end_lineno or node.lineno)
        for node in ast.parse(source).body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }
