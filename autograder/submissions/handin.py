"""A hand-in, and finding it in the folder of a student, where the file has the name of the assignment."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.manifest import Limits
from autograder.course.person import Person
from autograder.course.text import Text
from autograder.submissions.contents import Contents, read_contents

NOT_STUDENTS = ("__pycache__", "__MACOSX")
ENDINGS = (".ipynb", ".py")  # a notebook is preferred

MISSING = Text("没有找到 {wanted}（找到的是：{found}）。", "{wanted} was not found (found: {found}).")
EMPTY_FOLDER = Text("没有找到 {wanted}：文件夹是空的。", "{wanted} was not found: the folder is empty.")
OUTSIDE_LINK = Text(
    "{name} 是一个指向外面的链接，不予读取。", "{name} is a link that points outside; it is not followed."
)
IRREGULAR = Text("{name} 不是普通文件。", "{name} is not an ordinary file.")
BOTH = Text(
    "同时交了 .py 和 .ipynb，以笔记本为准。", "Both a .py and an .ipynb were handed in; the notebook is graded."
)


@dataclass(frozen=True)
class Handin:
    """One student's work on one assignment: the file to grade, or the reason why there is none.

    `person` is what a roster or a platform says of the student. `remark` says how the file was found, and changes
    nothing in how it is graded. `beside` has the student's other files by name; without it they are all in the folder.
    `place` says where in the class the file stands, as people know it.
    """

    student: str
    assignment: str
    path: Path | None
    problem: Text | None = None
    note: Text | None = None
    contents: Contents | None = None
    person: Person | None = None
    remark: Text | None = None
    beside: tuple[tuple[str, Path], ...] | None = None
    place: str = ""

    def loaded(self, limits: Limits) -> Handin:
        """Return the hand-in with its contents, which are read from the disk only once.

        Raises `OSError` only where the machine is at fault.
        """
        if self.path is None or self.problem is not None or self.contents is not None:
            return self
        return replace(self, contents=read_contents(self.path, limits, self.beside))


def find_handin(folder: Path, assignment: str) -> Handin | None:
    """Return a student's hand-in of an assignment: `<assignment>.*` in the folder or in `<assignment>/` inside it."""
    forms = find_forms(folder, assignment)
    return replace(forms[0], note=BOTH if len(forms) == 2 else None) if forms else None


def find_forms(folder: Path, assignment: str) -> list[Handin]:
    """Return the notebook and the `.py` file of the assignment's own name, those that are there."""
    found = (
        _first([parent / f"{assignment}{ending}" for parent in (folder, folder / assignment)]) for ending in ENDINGS
    )
    return [Handin(folder.name, assignment, path, _problem(path, folder)) for path in found if path]


def _first(paths: Sequence[Path]) -> Path | None:
    try:
        return next((path for path in paths if path.is_symlink() or path.exists()), None)
    except OSError:  # the folder may not be read, so the file counts as missing
        return None


def _problem(path: Path, folder: Path) -> Text | None:
    """Return why a file is not read: it is a link to the outside or not an ordinary file."""
    try:
        if not path.resolve().is_relative_to(folder.parent.resolve() / folder.name):
            return OUTSIDE_LINK.format(name=path.name)
        regular = stat.S_ISREG(path.stat().st_mode)
    except (OSError, RuntimeError):
        return OUTSIDE_LINK.format(name=path.name)
    return None if regular else IRREGULAR.format(name=path.name)


def why_missing(assignment: str, places: Sequence[Path]) -> Text:
    """Return what is found in place of an assignment; of a link to the outside, not even the entries are shown."""
    links = [place.name for place in places if place.is_symlink()]
    if links:
        return OUTSIDE_LINK.format(name=links[0])
    names = sorted(name for place in places for name in _names_in(place))[:5]
    wanted = f"{assignment}.py / {assignment}.ipynb"
    return MISSING.format(wanted=wanted, found="、".join(names)) if names else EMPTY_FOLDER.format(wanted=wanted)


def _names_in(place: Path) -> list[str]:
    try:
        return [entry.name for entry in place.iterdir()] if place.is_dir() else [place.name]
    except OSError:
        return []
