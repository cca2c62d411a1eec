"""What a student wants checked: files and names of exercises, or what stands in the folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from .answered import is_answered
from .course import HERE, Assignment, read_course
from .messages import fill
from .model import Text
from .process import student_text
from .process.reading import Unreadable, text_of

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

NEWER = Text(
    "{older} 里也有作答，检查的是后保存的 {name}。",
    "There are answers in {older} as well; checked is {name}, which was saved last.",
)


class Target(NamedTuple):
    """A file, its assignment, the exercises asked for (none means all), every file that may hold the work; a note."""

    file: Path
    assignment: str
    exercises: tuple[str, ...] = ()
    forms: tuple[Path, ...] = ()
    note: Text | None = None

    @property
    def watched(self) -> tuple[Path, ...]:
        """The files whose saves are checked."""
        return self.forms or (self.file,)


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
    found = [target for name in read_course() if (target := work(name, folder))]
    if not found:
        raise NotFound(fill(NO_FILE, files=_files()))
    return found


def work(assignment: str, folder: Path) -> Target | None:
    """Return the work on an assignment in a folder, or else beside this package."""
    for place in (folder, HERE.parent):
        forms = [place / f"{assignment}{suffix}" for suffix in SUFFIXES]
        forms += [place / assignment / f"{assignment}.ipynb"]
        if there := [file for file in forms if file.is_file()]:
            file, note = _chosen(there, assignment)
            return Target(file, assignment, forms=tuple(forms), note=note)
    return None


def _chosen(files: Sequence[Path], assignment: str) -> tuple[Path, Text | None]:
    """Return the file to check: one with an answer, and of several the one saved last; and what to tell of that."""
    by_time = sorted(files, key=lambda file: file.stat().st_mtime_ns)
    names = [exercise.name for exercise in read_course()[assignment].exercises]
    answered = [file for file in by_time if is_answered(file, names)] if len(by_time) > 1 else []
    if len(answered) < 2:
        return (answered or by_time)[-1], None
    *older, last = answered
    return last, fill(NEWER, name=_shown(last), older=_shown(older[-1]))


def _shown(file: Path) -> str:
    """Return the name of a file, with its folder where that has the name of the assignment."""
    return f"{file.parent.name}/{file.name}" if file.parent.name == file.stem else file.name


def _by_exercise(name: str, assignments: list[str], folder: Path) -> Target:
    for assignment in assignments:
        if target := work(assignment, folder):
            return target._replace(exercises=(name,))
    raise NotFound(fill(NO_FILE, files=_files()))


def _by_file(given: str, folder: Path) -> Target:
    path = folder / given
    course = read_course()
    if given in course and (target := work(given, folder)):
        return target
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
    try:
        text = text_of(path)
    except Unreadable as error:
        raise NotFound(error.text) from None
    counts = {
        found.name: len(student_text.defined(text, [exercise.name for exercise in found.exercises])) for found in course
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def _files() -> str:
    return ", ".join(f"{name}.py" for name in read_course())
