"""The hand-ins of a class by student and assignment: what is graded, and what the class or the roster expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from autograder.course.manifest import Course
from autograder.course.person import Person
from autograder.course.text import Text
from autograder.submissions.attempts import OTHER_NAMES, are_attempts, last_attempt
from autograder.submissions.best_attempt import Attempts
from autograder.submissions.handin import Handin, why_missing
from autograder.submissions.layouts.entry import NotUnderstood
from autograder.submissions.roster import key_of
from autograder.submissions.search import Search

NOT_HANDED_IN = Text("没有提交。", "Not handed in.")
NOT_TOLD_APART = Text(
    "交来的文件无法确定是谁的，没有评分，请联系老师。",
    "What was handed in could not be told from another student's and is not graded; please tell your teacher.",
)


def hand_ins(
    known: Sequence[Search], names: Sequence[str], missing: Mapping[Person, Text], course: Course
) -> list[Handin]:
    """Return the hand-ins for some assignments by student; of those who are missing, with the reason."""
    pairs = [(one, list(_graded(one, names, course))) for one in known]
    handed_in = {handin.assignment for _, handins in pairs for handin in handins}
    expected = [name for name in names if name in handed_in] or list(names)
    found = [handin for one, handins in pairs for handin in _complete(one, handins, expected)]
    keys = {one.student.key for one in known}
    for person, why in missing.items():
        found += [Handin(key_of(person, keys), name, None, why, person=person) for name in expected]
    return sorted(found, key=lambda handin: (handin.student, names.index(handin.assignment)))


def not_one_students(known: Sequence[Search], names: Sequence[str]) -> Iterator[NotUnderstood]:
    """Yield a line for each file that is not graded because it and others may be several students'."""
    for one in known:
        yield from _doubtful(one, names)


def _graded(one: Search, names: Sequence[str], course: Course) -> Iterator[Handin]:
    for name in names:
        candidates = [candidate for candidate in one.found if candidate.assignment == name]
        if candidates and are_attempts(candidates):
            attempts = Attempts(candidates, course.assignments[name], course.limits_of(name))
            yield replace(last_attempt(one.student.key, attempts, one.student.works), person=one.student.person)


def _doubtful(one: Search, names: Sequence[str]) -> Iterator[NotUnderstood]:
    for name in names:
        candidates = [candidate for candidate in one.found if candidate.assignment == name]
        if not are_attempts(candidates):
            reason = OTHER_NAMES.format(count=len(candidates), key=one.student.key)
            yield from (NotUnderstood(candidate.shown, reason) for candidate in candidates)


def _complete(one: Search, handins: Sequence[Handin], expected: Sequence[str]) -> list[Handin]:
    """Return the hand-ins of a student, and one for each assignment that the class or the roster expects."""
    student, places = one.student, [work.entry.path for work in one.student.works]
    if not handins:
        problems = [(*one.problems, why_missing(name, places))[0] for name in expected]
    else:
        in_roster = student.person is not None and student.listed
        expected = [name for name in expected if in_roster and name not in {handin.assignment for handin in handins}]
        problems = [NOT_HANDED_IN] * len(expected)
    missing = (
        Handin(student.key, name, None, why, person=student.person)
        for name, why in zip(expected, problems, strict=True)
    )
    return [*handins, *missing]
