"""The files in a student's work that may be hand-ins, and the assignment that each is for."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.manifest import Course
from autograder.course.text import Text
from autograder.submissions.handin import ENDINGS, find_forms
from autograder.submissions.layouts.entry import Work
from autograder.submissions.names import assignment_named, assignments_in_name, copy_number
from autograder.submissions.student_files import MAX_CODE_BYTES, MAX_CODE_FILES, code_files
from autograder.submissions.which_assignment import assignments_in

NOTHING = "it defines no exercise of the course; call it after its assignment, as {name}.py or {name}.ipynb"
SEVERAL = "it holds exercises of {names}; cut it in one file for each, called after the assignment"
BESIDE = "{name} is graded for that assignment; leave one of the two"
CONTRADICTION = "its name says {named}, but it holds exercises of {found}; call it after the one it is for"
NOT_ALL = (
    f"it holds more files than are looked into ({MAX_CODE_FILES} with code, {MAX_CODE_BYTES >> 20} MB); "
    "call the one to grade after its assignment, or take the others out"
)


@dataclass(frozen=True)
class Candidate:
    """A file that is for an assignment, or else the reason why it is for none; `order` tells which came last."""

    work: Work
    path: Path
    shown: str
    assignment: str | None
    reason: str = ""
    exact: bool = False
    from_content: bool = False
    problem: Text | None = None
    order: tuple[float, float, float] = (0, 0, 0)


@dataclass(frozen=True)
class Place:
    """A folder of a student's work, and where it stands in the class, as people know it."""

    path: Path
    shown: str

    def shown_of(self, path: Path) -> str:
        """Return where a file in the folder stands in the class."""
        return f"{self.shown}/{path.relative_to(self.path).as_posix()}"


def candidates_in(work: Work, folder: Place, course: Course) -> list[Candidate]:
    """Return what may be handed in with a folder: files of an assignment's own name, and others where there are none.

    A `.py` file beside one of an assignment's own name is taken for its helper, unless its name says otherwise.
    """
    found = [one for name in course.assignments for one in _exact(work, folder, name)]
    taken = {one.path for one in found}
    paths, cut = code_files(folder.path, but=taken)
    others = [_resolved(work, path, path.stem, folder.shown_of(path), course) for path in paths]
    if len(others) == 1 and not found and not cut:
        return [_by_hint(others[0], course)]
    for depth in sorted({len(one.path.parts) for one in others}):  # what lies deeper is no second attempt
        here = [one for one in others if len(one.path.parts) == depth]
        found += [kept for one in here if (kept := _kept_beside(one, found, bool(taken)))]
    return [*found, Candidate(work, folder.path, folder.shown, None, NOT_ALL)] if cut and not taken else found


def _kept_beside(one: Candidate, found: list[Candidate], has_exact: bool) -> Candidate | None:
    """Return a candidate as it counts beside those found before; None for a helper, or a file that lies deeper."""
    notebook = one.path.suffix.lower() == ".ipynb"
    if not notebook and has_exact and (one.assignment is None or one.from_content):
        return None
    before = [other for other in found if other.assignment == one.assignment and other.path.parent != one.path.parent]
    before += [other for other in found if other.assignment == one.assignment and other.exact and one.from_content]
    if one.assignment is None or not before:
        return one
    return replace(one, assignment=None, reason=BESIDE.format(name=before[0].shown)) if notebook else None


def candidate_file(work: Work, course: Course) -> list[Candidate]:
    """Return the file that a work is, if it is one that could be graded."""
    path, name = work.entry.path, work.name or work.entry.name
    if path.suffix.lower() not in ENDINGS:
        return []
    return [_by_hint(_resolved(work, path, name.removesuffix(path.suffix), work.entry.shown, course), course)]


def _exact(work: Work, folder: Place, name: str) -> Iterator[Candidate]:
    """Yield the notebook and the `.py` file of an assignment's own name, those that are there."""
    for handin in find_forms(folder.path, name):
        if handin.path is not None:
            order, shown = (work.time, 0.0, _modified(handin.path)), folder.shown_of(handin.path)
            yield Candidate(work, handin.path, shown, name, exact=True, problem=handin.problem, order=order)


def _resolved(work: Work, path: Path, stem: str, shown: str, course: Course) -> Candidate:
    """Say which assignment a file is for: the one it is called after, or else the one whose exercises it holds."""
    named, found = assignment_named(stem, course), assignments_in(path, course)
    chosen = named or _only(found) or _only(found & assignments_in_name(stem, course))
    order = (work.time, copy_number(stem), _modified(path))
    if chosen is None or (found and chosen not in found):
        return Candidate(work, path, shown, None, _why_none(chosen, found, course), order=order)
    from_content = chosen not in {named} | assignments_in_name(stem, course)
    return Candidate(work, path, shown, chosen, from_content=from_content, order=order)


def _by_hint(one: Candidate, course: Course) -> Candidate:
    """Return a file that says nothing of its assignment with the one that the name of the work says."""
    hint = _only(assignments_in_name(one.work.assignment, course))
    if one.assignment or hint is None or assignments_in(one.path, course):
        return one
    return replace(one, assignment=hint, reason="")


def _only(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def _why_none(named: str | None, found: set[str], course: Course) -> str:
    names = " and ".join(sorted(found))
    if named:
        return CONTRADICTION.format(named=named, found=names)
    return SEVERAL.format(names=names) if found else NOTHING.format(name=next(iter(course.assignments)))


def _modified(path: Path) -> float:
    with contextlib.suppress(OSError):
        return path.stat().st_mtime
    return 0
