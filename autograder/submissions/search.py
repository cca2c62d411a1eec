"""Searching what one student handed in: files, folders, and the archives in them where nothing else is found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autograder.course.manifest import Course
from autograder.course.text import Text
from autograder.submissions.candidates import Candidate, Place, candidate_file, candidates_in
from autograder.submissions.contents import is_notebook_file
from autograder.submissions.layouts.entry import Work
from autograder.submissions.opener import Opener
from autograder.submissions.student_files import archives_in
from autograder.submissions.students import Student

MAX_NESTED = 3  # zips in one another


@dataclass(frozen=True)
class Search:
    """What a student handed in: files for assignments, files for none, and why archives are not opened."""

    student: Student
    found: tuple[Candidate, ...]
    unclear: tuple[Candidate, ...]
    problems: tuple[Text, ...] = ()


Found = tuple[list[Candidate], list[Text]]


def search(student: Student, course: Course, opener: Opener) -> Search:
    """Return what a student handed in; of files for no assignment, notebooks alone where there is one for any."""
    pairs = [_in_work(work, course, opener) for work in student.works]
    candidates = [one for some, _ in pairs for one in some]
    found = tuple(one for one in candidates if one.assignment)
    others = (one for one in candidates if not one.assignment)
    unclear = tuple(one for one in others if not found or is_notebook_file(one.path) or one.path.is_dir())
    return Search(student, found, unclear, tuple(problem for _, some in pairs for problem in some))


def _in_work(work: Work, course: Course, opener: Opener) -> Found:
    if work.entry.problem is not None:
        return [], [work.entry.problem]
    if work.entry.is_file:
        return candidate_file(work, course), []
    if work.entry.path.is_symlink() or not work.entry.path.is_dir():
        return [], []
    return _in_folder(work, Place(work.entry.path, work.entry.shown), course, opener, MAX_NESTED)


def _in_folder(work: Work, folder: Place, course: Course, opener: Opener, deeper: int) -> Found:
    """Return what is found in a folder, or else in the archives in it."""
    found = candidates_in(work, folder, course)
    if not deeper or any(one.assignment for one in found):
        return found, []
    names = {path: folder.shown_of(path) for path in archives_in(folder.path)}
    opened = {path: opener.open(path, name, owner=work.entry.shown) for path, name in names.items()}
    folders = [Place(one, names[path]) for path, one in opened.items() if isinstance(one, Path)]
    inside = [_in_folder(work, one, course, opener, deeper - 1) for one in folders]
    problems = [one for one in opened.values() if isinstance(one, Text)]
    problems += [one for _, some in inside for one in some]
    return [*found, *(one for some, _ in inside for one in some)], problems
