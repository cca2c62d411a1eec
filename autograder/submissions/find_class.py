"""Finding what a class handed in, however a platform named and packed it: who is graded for what, and what is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.person import Person
from autograder.submissions.class_entries import class_entries
from autograder.submissions.class_handins import NOT_HANDED_IN, NOT_TOLD_APART, hand_ins, not_one_students
from autograder.submissions.handin import Handin
from autograder.submissions.layouts.entry import NotUnderstood
from autograder.submissions.layouts.recognise import recognise
from autograder.submissions.not_understood import of_entry, of_search
from autograder.submissions.opener import Opener
from autograder.submissions.search import Search, search
from autograder.submissions.students import Student, doubtful_in, in_roster, students_of

NOBODY = (
    "{root} holds no student folders, and no files as a platform names them; docs/hand-ins.md says what is understood."
)


@dataclass(frozen=True)
class FoundClass:
    """What is to be graded, by student, and what of the class nobody is graded for; `unlisted` is not in the roster."""

    handins: tuple[Handin, ...]
    not_understood: tuple[NotUnderstood, ...] = ()
    unlisted: tuple[NotUnderstood, ...] = ()


@dataclass(frozen=True)
class _Sorted:
    """The students whose work can be told from others', those whose work cannot, and what is said of a class."""

    known: tuple[Search, ...]
    unsure: tuple[Student, ...]
    lines: tuple[NotUnderstood, ...]


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
    found = _sorted(root, course, scratch, unpacked, roster)
    known, names = list(found.known), [only] if only else list(course.assignments)
    if not roster:
        lines = (*found.lines, *not_one_students(known, names))
        return FoundClass(tuple(hand_ins(known, names, {}, course)), lines)
    listed, absent, unlisted = in_roster([one.student for one in known], roster, course)
    known = [replace(one, student=student) for one, student in zip(known, listed, strict=True)]
    unsure = doubtful_in(found.unsure, roster, course)
    missing = {person: NOT_TOLD_APART if person in unsure else NOT_HANDED_IN for person in absent}
    lines = (*found.lines, *not_one_students(known, names))
    return FoundClass(tuple(hand_ins(known, names, missing, course)), lines, tuple(unlisted))


def _sorted(root: Path, course: Course, scratch: Path, unpacked: bool, roster: Sequence[Person]) -> _Sorted:
    """Return whose work the entries of a class are, and what was found in it."""
    opener = Opener(scratch)
    entries, around, lines = class_entries(root, course, opener, unpacked, roster)
    taken = {entry.shown: recognise(entry, around) for entry in entries}
    lines += [of_entry(entry, around) for entry in entries if not taken[entry.shown]]
    students, refused = students_of([work for works in taken.values() for work in works])
    if not students and not lines and not refused:
        raise UsageError(NOBODY.format(root=root))
    searched = [search(student, course, opener) for student in students]
    strangers = _strangers(searched)
    lines += [one.line for one in refused]
    lines += [line for one in searched for line in of_search(one, one in strangers)]
    unsure = (*(one.student for one in refused), *(one.student for one in strangers))
    known = (one for one in searched if one not in strangers)
    return _Sorted(tuple(known), unsure, (*lines, *opener.problems))


def _strangers(searched: Sequence[Search]) -> list[Search]:
    """Return the folders without a hand-in among what platforms named: they need not be students'."""
    mixed = any(not one.student.own for one in searched)
    return [one for one in searched if mixed and one.student.own and not one.found]
