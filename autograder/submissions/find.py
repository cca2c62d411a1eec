"""Finding which student handed in which assignment, in a folder of folders or in nbgrader's `submitted/`."""

from __future__ import annotations

import stat
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.manifest import Course, Limits
from autograder.course.text import Text
from autograder.submissions.contents import Contents, read_contents

NOT_STUDENTS = ("__pycache__", "__MACOSX")
ENDINGS = (".ipynb", ".py")  # a notebook is preferred

MISSING = Text("没有找到 {wanted}（找到的是：{found}）。", "{wanted} was not found (found: {found}).")
EMPTY_FOLDER = Text("文件夹是空的", "an empty folder")
OUTSIDE_LINK = Text(
    "{name} 是一个指向外面的链接，不予读取。", "{name} is a link that points outside; it is not followed."
)
IRREGULAR = Text("{name} 不是普通文件。", "{name} is not an ordinary file.")
BOTH = Text(
    "同时交了 .py 和 .ipynb，以笔记本为准。", "Both a .py and an .ipynb were handed in; the notebook is graded."
)


@dataclass(frozen=True)
class Handin:
    """One student's work on one assignment: the file to grade, or the reason why there is none."""

    student: str
    assignment: str
    path: Path | None
    problem: Text | None = None
    note: Text | None = None
    contents: Contents | None = None

    def loaded(self, limits: Limits) -> Handin:
        """Return the hand-in with its contents, which are read from the disk only once.

        Raises `OSError` only where the machine is at fault.
        """
        if self.path is None or self.problem is not None or self.contents is not None:
            return self
        return replace(self, contents=read_contents(self.path, limits))


def find_handins(root: Path, course: Course, only: str | None = None) -> list[Handin]:
    """Return what is to be graded under `root`, by student; raise `UsageError` when there is nothing.

    A student gets a result for each assignment handed in. One who handed in nothing gets one for each
    assignment the class handed in (or for `only`, if that is given).
    """
    names = [only] if only else list(course.assignments)
    folders = _student_folders(root)
    if not folders:
        raise UsageError(f"{root} holds no student folders. Give the folder that has one folder per student.")
    found = {folder: [handin for name in names if (handin := find_handin(folder, name))] for folder in folders}
    handed_in = {handin.assignment for handins in found.values() for handin in handins}
    expected = [name for name in names if name in handed_in] or names
    return [handin for folder, handins in found.items() for handin in handins or _missing_handins(folder, expected)]


def find_handin(folder: Path, assignment: str) -> Handin | None:
    """Return a student's hand-in of an assignment: `<assignment>.*` in the folder or in `<assignment>/` inside it."""
    paths = [parent / f"{assignment}{ending}" for ending in ENDINGS for parent in (folder, folder / assignment)]
    try:
        existing = [path for path in paths if path.is_symlink() or path.exists()]
    except OSError:  # the folder may not be read, so the file counts as missing
        return None
    if not existing:
        return None
    note = BOTH if len({path.suffix for path in existing}) == 2 else None
    return Handin(folder.name, assignment, existing[0], _problem(existing[0], folder), note)


def _student_folders(root: Path) -> list[Path]:
    """Return the students' folders, in the order of their names."""
    entries = (entry for entry in root.iterdir() if not entry.name.startswith(".") and entry.name not in NOT_STUDENTS)
    return sorted((entry for entry in entries if entry.is_dir() or entry.is_symlink()), key=lambda entry: entry.name)


def _problem(path: Path, folder: Path) -> Text | None:
    """Return why a file is not read: it is a link to the outside or not an ordinary file."""
    try:
        if not path.resolve().is_relative_to(folder.parent.resolve() / folder.name):
            return OUTSIDE_LINK.format(name=path.name)
        regular = stat.S_ISREG(path.stat().st_mode)
    except (OSError, RuntimeError):
        return OUTSIDE_LINK.format(name=path.name)
    return None if regular else IRREGULAR.format(name=path.name)


def _missing_handins(folder: Path, names: list[str]) -> list[Handin]:
    return [Handin(folder.name, name, None, _why_missing(folder, name)) for name in names]


def _why_missing(folder: Path, name: str) -> Text:
    """Return what is wrong with a folder; of one that is a link, not even the entries are shown."""
    if folder.is_symlink():
        return OUTSIDE_LINK.format(name=folder.name)
    try:
        entries = sorted(entry.name for entry in folder.iterdir())[:5]
    except OSError:
        entries = []
    found = Text(*["、".join(entries)] * 2) if entries else EMPTY_FOLDER
    return MISSING.format(wanted=f"{name}.py / {name}.ipynb", found=found)
