"""Which student handed in which assignment, in a folder of folders or in nbgrader's `submitted/`."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.manifest import Course, Limits
from autograder.course.text import Text
from autograder.submissions.contents import Contents, read_contents

NOT_STUDENTS = ("__pycache__", "__MACOSX")
ENDINGS = (".ipynb", ".py")  # a notebook is preferred

MISSING = Text("没有找到 {wanted}（找到的是：{found}）。", "{wanted} was not found (found: {found}).")
NOTHING = Text("文件夹是空的", "an empty folder")
LINK = Text("{name} 是一个指向外面的链接，不予读取。", "{name} is a link that points outside; it is not followed.")
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
        """Return the hand-in with its contents, so that its files are needed no more; they are read once.

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
    students = student_folders(root)
    if not students:
        raise UsageError(f"{root} holds no student folders. Give the folder that has one folder per student.")
    found = {folder: [handin for name in names for handin in handed_in(folder, name)] for folder in students}
    expected = [name for name in names if any(h.assignment == name for hs in found.values() for h in hs)] or names
    return [handin for folder, handins in found.items() for handin in handins or _missing(folder, expected)]


def student_folders(root: Path) -> list[Path]:
    """Return the students' folders, in the order of their names."""
    entries = (entry for entry in root.iterdir() if not entry.name.startswith(".") and entry.name not in NOT_STUDENTS)
    return sorted((entry for entry in entries if entry.is_dir() or entry.is_symlink()), key=lambda entry: entry.name)


def handed_in(folder: Path, name: str) -> Iterator[Handin]:
    """Yield the hand-in of an assignment, if any: `<assignment>.*` in the folder or in a folder of its own in it."""
    paths = [place / f"{name}{ending}" for ending in ENDINGS for place in (folder, folder / name)]
    try:
        there = [path for path in paths if path.is_symlink() or path.exists()]
    except OSError:  # a folder that may not be read; it is reported as one without the file
        there = []
    if there:
        note = BOTH if len({path.suffix for path in there}) == 2 else None
        yield Handin(folder.name, name, there[0], _unreadable(there[0], folder), note)


def _unreadable(path: Path, folder: Path) -> Text | None:
    try:
        if not path.resolve().is_relative_to(folder.parent.resolve() / folder.name):
            return LINK.format(name=path.name)
        regular = stat.S_ISREG(path.stat().st_mode)
    except (OSError, RuntimeError):
        return LINK.format(name=path.name)
    return None if regular else IRREGULAR.format(name=path.name)


def _missing(folder: Path, names: list[str]) -> Iterator[Handin]:
    for name in names:
        yield Handin(folder.name, name, None, _why_missing(folder, name))


def _why_missing(folder: Path, name: str) -> Text:
    """Return what is wrong with a folder; of one that is a link, not even the entries are shown."""
    if folder.is_symlink():
        return LINK.format(name=folder.name)
    try:
        entries = sorted(entry.name for entry in folder.iterdir())[:5]
    except OSError:
        entries = []
    found = Text(*["、".join(entries)] * 2) if entries else NOTHING
    return MISSING.format(wanted=f"{name}.py / {name}.ipynb", found=found)
