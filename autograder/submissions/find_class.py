"""Finding what a class handed in, however a platform named and packed it: who is graded for what, and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.person import Person
from autograder.course.text import Text
from autograder.submissions.attempts import OTHER_NAMES, are_attempts, last_attempt
from autograder.submissions.class_entries import class_entries
from autograder.submissions.find import Handin, why_missing
from autograder.submissions.layouts.entry import NotUnderstood
from autograder.submissions.layouts.take import take
from autograder.submissions.opener import Opener
from autograder.submissions.roster import key_of
from autograder.submissions.search import Search, search
from autograder.submissions.students import in_roster, students_of
from autograder.submissions.unclear import of_entry, of_search

NOT_HANDED_IN = Text("没有提交。", "Not handed in.")
NOBODY = (
    "{root} holds no student folders, and no files as a platform names them; docs/hand-ins.md says what is understood."
)


@dataclass(frozen=True)
class FoundClass:
    """What is to be graded, by student, and what of the class nobody is graded for; `unlisted` is not in the roster."""

    handins: tuple[Handin, ...]
    not_understood: tuple[NotUnderstood, ...] = ()
    unlisted: tuple[NotUnderstood, ...] = ()


def find_class(
    root: Path,
    course: Course,
    scratch: Path,
    roster: Sequence[Person] = (),
    only: str | None = None,
    unpacked: bool = False,
) -> FoundClass:
    """Return what is to be graded under `root`, which may be an `unpacked` zip; `scratch` is for archives in it.

    A student gets a result for each assignment handed in. One who handed in nothing gets one for each
    assignment the class handed in (or for `only`, if that is given), and so does each student of the roster.
    Raises `UsageError` when there is nobody.
    """
    opener = Opener(scratch)
    entries, around, lines = class_entries(root, course, opener, unpacked)
    taken = {entry.shown: take(entry, around) for entry in entries}
    lines += [of_entry(entry, around) for entry in entries if not taken[entry.shown]]
    students, refused = students_of([work for works in taken.values() for work in works])
    if not students and not lines and not refused:
        raise UsageError(NOBODY.format(root=root))
    searched = [search(student, course, opener) for student in students]
    mixed = any(not one.student.own for one in searched)
    strangers = [one for one in searched if mixed and one.student.own and not one.found]
    lines += [*refused, *(line for one in searched for line in of_search(one, one in strangers)), *opener.problems]
    known = [one for one in searched if one not in strangers]
    listed, missing, unlisted = in_roster([one.student for one in known], roster, course) if roster else (None, [], [])
    known = [replace(one, student=student) for one, student in zip(known, listed, strict=True)] if listed else known
    names = [only] if only else list(course.assignments)
    handins, doubtful = _handins(known, names, missing)
    return FoundClass(tuple(handins), (*lines, *doubtful), tuple(unlisted))


def _handins(
    known: Sequence[Search], names: Sequence[str], missing: Sequence[Person]
) -> tuple[list[Handin], list[NotUnderstood]]:
    """Return the hand-ins by student, those that are missing among them, and whose files may be several students'."""
    pairs = [(one, list(_graded(one, names))) for one in known]
    doubtful = [line for one in known for line in _doubtful(one, names)]
    handed_in = {handin.assignment for _, handins in pairs for handin in handins}
    expected = [name for name in names if name in handed_in] or list(names)
    found = [handin for one, handins in pairs for handin in _complete(one, handins, expected)]
    keys = {one.student.key for one in known}
    found += [Handin(key_of(one, keys), name, None, NOT_HANDED_IN, person=one) for one in missing for name in expected]
    return sorted(found, key=lambda handin: (handin.student, names.index(handin.assignment))), doubtful


def _graded(one: Search, names: Sequence[str]) -> Iterator[Handin]:
    for name in names:
        candidates = [candidate for candidate in one.found if candidate.assignment == name]
        if candidates and are_attempts(candidates):
            yield replace(last_attempt(one.student.key, candidates, one.student.works), person=one.student.person)


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
