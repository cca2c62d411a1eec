"""Opening a class as it was handed over, a folder or a zip, and showing what of it was not understood."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.shared.screen import plain, stderr
from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.sandbox.scratch import Scratch
from autograder.submissions.archive import unpack_class
from autograder.submissions.find_class import FoundClass, find_class
from autograder.submissions.layouts.entry import NotUnderstood
from autograder.submissions.opener import other_kind
from autograder.submissions.roster import read_roster

MOST_LINES = 20
Submissions = Annotated[
    Path,
    typer.Argument(help="One folder per student, nbgrader's submitted/, or what a platform downloads; or a zip of it."),
]
RosterFile = Annotated[
    Path | None, typer.Option(help="A CSV file with the columns id, name, email, section (学号, 姓名, 邮箱, 班级).")
]


def require_class(submissions: Path, course: Course, assignment: str) -> None:
    """Raise `UsageError` where there is no such class, or no such assignment."""
    if assignment and assignment not in course.assignments:
        raise UsageError(f"There is no assignment {assignment!r}. There are: {', '.join(course.assignments)}.")
    if not submissions.exists():
        raise UsageError(f"{submissions} does not exist. Give the folder or the zip with what students handed in.")


@contextmanager
def opened_class(submissions: Path, course: Course, roster: Path | None, assignment: str) -> Iterator[FoundClass]:
    """Lend what a class handed in, for as long as its archives stay unpacked."""
    persons = read_roster(roster) if roster else []
    with Scratch() as scratch:
        folder, problems = submissions, dict[str, str]()
        if not submissions.is_dir():
            _require_zip(submissions)
            folder = scratch / "class"
            folder.mkdir()
            problems = unpack_class(submissions, folder).problems
        (scratch / "archives").mkdir()
        unpacked = folder != submissions
        found = find_class(folder, course, scratch / "archives", persons, assignment or None, unpacked)
        damaged = tuple(NotUnderstood(*problem) for problem in problems.items())
        yield FoundClass(found.handins, (*damaged, *found.not_understood), found.unlisted)


def _require_zip(submissions: Path) -> None:
    """Raise `UsageError` for an archive of another kind, which is known by its first bytes."""
    if not zipfile.is_zipfile(submissions) and (kind := other_kind(submissions)):
        raise UsageError(f"{submissions} is a {kind} archive. Unpack it and give the folder, or give a zip.")


def show_not_understood(found: FoundClass, most: int | None = None) -> None:
    """Print a line for each part of a class that nobody is graded for, or for the first so many."""
    _show("not understood", found.not_understood, most)
    _show("not in the roster", found.unlisted, most)


def _show(what: str, lines: Sequence[NotUnderstood], most: int | None) -> None:
    for line in lines[:most]:
        stderr.print(f"{what}: {plain(line.place)}: {plain(line.reason.rstrip('.'))}.", highlight=False)
    if most is not None and len(lines) > most:
        more = f"{what}: {len(lines) - most} more; `autograder hand-ins` shows all."
        stderr.print(more, markup=False, highlight=False)
