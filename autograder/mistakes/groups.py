"""Wrong answers whose mistake has no name, in groups of those that behave alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.course.outcome import Outcome
from autograder.course.text import Text
from autograder.results.model import ExerciseResult, Result


@dataclass(frozen=True)
class Member:
    """A student whose answer is in a group, and the code of it."""

    student: str
    answer: str


@dataclass(frozen=True)
class Group:
    """Wrong answers to one exercise that fail the same checks with the same replies.

    `checks` names the failed checks, and `told` has what the first student of the group was told. Members with less
    code come first.
    """

    key: str
    assignment: str
    exercise: str
    members: tuple[Member, ...]
    checks: tuple[str, ...]
    told: tuple[Text, ...]

    @property
    def code(self) -> str:
        """The shortest answer of the group; empty where none was kept."""
        return next((member.answer for member in self.members if member.answer), "")


def unnamed_groups(results: Iterable[Result]) -> list[Group]:
    """Return the groups of wrong answers without a name, the largest first."""
    found: dict[tuple[str, str, str], list[tuple[str, ExerciseResult]]] = defaultdict(list)
    for result in results:
        for exercise in result.exercises:
            if exercise.behaviour:
                found[exercise.behaviour, result.assignment, exercise.name].append((result.student, exercise))
    groups = [_group(key, assignment, answers) for (key, assignment, _), answers in found.items()]
    return sorted(groups, key=lambda group: (-len(group.members), group.assignment, group.exercise, group.key))


def _group(key: str, assignment: str, answers: Sequence[tuple[str, ExerciseResult]]) -> Group:
    first = answers[0][1]
    members = sorted((Member(student, one.answer) for student, one in answers), key=_length)
    failed = [check for check in first.checks if check.outcome is Outcome.FAILED]
    told = tuple(check.message for check in failed if not check.cause and check.message.en)
    return Group(key, assignment, first.name, tuple(members), tuple(check.name for check in failed), told)


def _length(member: Member) -> tuple[int, str]:
    return len(member.answer) or 1 << 30, member.student
