"""The results of a class as the report looks at them: by assignment, with the people and the titles of the course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from autograder.course.manifest import Course
from autograder.course.text import Text, without_line_breaks
from autograder.report.table import positions
from autograder.results.model import Result

Codes = Mapping[tuple[str, str], Sequence[str]]


@dataclass(frozen=True)
class ClassResults:
    """The results of a class, and the course that gives the titles of what they are about.

    `earlier` are those of an earlier run, to compare with. `codes` has the cells of each submission, by student and
    assignment; it is empty where nobody asks how alike they are.
    """

    course: Course
    results: Sequence[Result]
    earlier: Sequence[Result] = ()
    codes: Codes = field(default_factory=dict)

    @cached_property
    def by_assignment(self) -> dict[str, list[Result]]:
        """The results of each assignment that has any, in the order of the manifest and then of their names."""
        found = {name: [r for r in self.results if r.assignment == name] for name in self.assignments}
        return {name: results for name, results in found.items() if results}

    @cached_property
    def assignments(self) -> dict[str, int]:
        """The position of each assignment of the results."""
        known, used = list(self.course.assignments), {result.assignment for result in self._every}
        return positions([*(name for name in known if name in used), *sorted(used - set(known))])

    @cached_property
    def people(self) -> dict[str, int]:
        """The position of each student."""
        return positions(sorted({result.student for result in self._every}))

    @cached_property
    def labels(self) -> list[str]:
        """What the page calls each student: the folder, with the name and number that a roster gives."""
        known = {result.student: _label(result) for result in self._every}
        return [known[student] for student in self.people]

    @property
    def _every(self) -> list[Result]:
        return [*self.earlier, *self.results]

    def who(self, results: Sequence[Result]) -> list[int]:
        """Return the positions of the students of these results, each once."""
        return list(dict.fromkeys(self.people[result.student] for result in results))

    def title(self, assignment: str, exercise: str = "") -> Text:
        """Return the title of an assignment or of an exercise with its name, or the name alone where it is unknown."""
        known, name = self.course.assignments.get(assignment), exercise or assignment
        title = self.course.exercise_titles(assignment).get(exercise) if exercise else known and known.title
        return Text(f"{name} {title.zh}", f"{name} {title.en}") if title else Text(name, name)


def _label(result: Result) -> str:
    person = result.person
    known = [person.name, person.id] if person else []
    return without_line_breaks(" · ".join(dict.fromkeys(filter(None, [*known, result.student]))))
