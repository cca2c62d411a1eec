"""What a student wants checked: files and names of exercises, or what stands in the folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from .course import HERE, Assignment, read_course
from .messages import fill
from .model import Text
from .process import student_text

SUFFIXES = (".py", ".ipynb")
COPY = re.compile(r"(?:[ _-]?\(\d+\)|[ _-]copy\d*|[ _-]副本)+$", re.IGNORECASE)
NO_SUCH = Text(
    "没有找到 {given}。可以写文件：{files}；也可以写题目的名字：{names}。",
    "There is no {given}. Give a file: {files}; or the name of an exercise: {names}.",
)
WRONG_FILE = Text(
    "{given} 里没有这门课的题目。应当是 {files}，里面定义了 {names}。",
    "{given} has none of the exercises. Expected is one of {files}, which define {names}.",
)
NO_FILE = Text(
    "这里没有作业文件。请到作业所在的文件夹里运行，或者写出文件名：{files}。",
    "There is no assignment here. Run this in the folder of your work, or name a file: {files}.",
)


class Target(NamedTuple):
    """A file, the assignment it belongs to, and the exercises that are asked for, none meaning all."""

    file: Path
    assignment: str
    exercises: tuple[str, ...] = ()


class NotFound(Exception):
    """What was asked for does not exist; `text` says what was expected."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def find(given: Sequence[str], folder: Path) -> list[Target]:
    """Return what is to be checked; raise `NotFound` where something given is no work of this course."""
    course = read_course()
    if not given:
        return _in_folder(folder)
    targets: dict[Path, Target] = {}
    for one in given:
        named = [name for name, found in course.items() if one in {exercise.name for exercise in found.exercises}]
        target = _by_exercise(one, named, folder) if named and not Path(one).is_file() else _by_file(one, folder)
        before = targets.get(target.file, target)
        targets[target.file] = before._replace(
            exercises=tuple({**dict.fromkeys(before.exercises), **dict.fromkeys(target.exercises)})
        )
    return list(targets.values())


def _in_folder(folder: Path) -> list[Target]:
    found = [Target(file, name) for name in read_course() if (file := work(name, folder))]
    if not found:
        raise NotFound(fill(NO_FILE, files=_files()))
    return found


def work(assignment: str, folder: Path) -> Path | None:
    """Return the file of an assignment in a folder, or else beside this package; of two, the one saved last."""
    for place in (folder, HERE.parent):
        files = [place / f"{assignment}{suffix}" for suffix in SUFFIXES]
        files += [place / assignment / f"{assignment}.ipynb"]
        there = [file for file in files if file.is_file()]
        if there:
            return max(there, key=lambda file: file.stat().st_mtime)
    return None


def _by_exercise(name: str, assignments: list[str], folder: Path) -> Target:
    for assignment in assignments:
        if file := work(assignment, folder):
            return Target(file, assignment, (name,))
    raise NotFound(fill(NO_FILE, files=_files()))


def _by_file(given: str, folder: Path) -> Target:
    path = folder / given
    course = read_course()
    if given in course and (file := work(given, folder)):
        return Target(file, given)
    if not path.is_file():
        names = ", ".join(exercise.name for found in course.values() for exercise in found.exercises)
        raise NotFound(fill(NO_SUCH, given=given, files=_files(), names=names))
    stem = COPY.sub("", path.stem)
    assignment = stem if stem in course else _by_content(path, list(course.values()))
    if assignment is None or path.suffix not in SUFFIXES:
        names = ", ".join(found.exercises[0].name for found in course.values())
        raise NotFound(fill(WRONG_FILE, given=given, files=_files(), names=f"{names}…"))
    return Target(path, assignment)


def _by_content(path: Path, course: list[Assignment]) -> str | None:
    """Return the assignment most of whose exercises a file defines."""
    text = student_text.decoded(path)
    counts = {
        found.name: len(student_text.defined(text, [exercise.name for exercise in found.exercises])) for found in course
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def _files() -> str:
    return ", ".join(f"{name}.py" for name in read_course())
