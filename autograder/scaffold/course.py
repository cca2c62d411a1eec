"""The files of a new course: those of any course, and a whole example of one assignment with two exercises."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from msgspec import Struct

from autograder.course.engine_source import engine_source
from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST
from autograder.course.libraries import require_installed
from autograder.course.text import LANGUAGES, Language, Text
from autograder.scaffold.render import render, templates_below
from autograder.scaffold.wording import words_for

COURSE, EXAMPLE = "course", "example"
CHECK_SECONDS = 2
TITLES = {
    "assignment": Text("第一份作业", "First steps"),
    "count_word": Text("数单词", "Counting a word"),
    "moving_average": Text("滑动平均", "A moving average"),
}


class NewCourse(Struct, frozen=True):
    """What an author says of a new course; the title stands for both languages, `first` is its first assignment."""

    title: str
    languages: tuple[Language, ...]
    libraries: tuple[str, ...]
    first: str = "first_steps"
    check_seconds: int = CHECK_SECONDS


class Numbers(NamedTuple):
    """How Python writes the type of several numbers, some of them from a list, and random ones."""

    annotation: str
    some: str
    drawn: str


NUMBERS = {
    "torch": Numbers("torch.Tensor", "torch.tensor({})", "draw.tensor(count)"),
    "numpy": Numbers("np.ndarray", "np.array({})", "draw.array(count)"),
    "plain": Numbers("list[float]", "{}", "[draw.number() for _ in range(count)]"),
}


def languages_named(text: str) -> tuple[Language, ...]:
    """Return the languages in a list with commas; raise `UsageError` where one is none, or none is named."""
    named = _names(text)
    found = tuple(language for one in named for language in LANGUAGES if language == one)
    if not found or len(found) < len(named) or len(set(found)) < len(found):
        raise UsageError(f"--languages {text!r}: the languages are {', '.join(LANGUAGES)}. Name each at most once.")
    return found


def libraries_named(text: str) -> tuple[str, ...]:
    """Return the libraries in a list with commas; raise `UsageError` where `import` cannot take one, or has none."""
    named = _names(text)
    for one in named:
        if not all(part.isidentifier() for part in one.split(".")):
            raise UsageError(f"--libraries: {one!r} is no name as `import` takes it. Put commas between names.")
    require_installed("--libraries has", named)
    return named


def course_files(new: NewCourse) -> dict[PurePosixPath, str]:
    """Return the text of every file of a new course with the example, by its path in the course's folder."""
    kind = next(one for one in NUMBERS if one in new.libraries or one == "plain")
    numbers = NUMBERS[kind]
    values = {"kind": kind, "annotation": numbers.annotation, "array": numbers.some.format, "drawn": numbers.drawn}
    files, example = files_of_any_course(new), _rendered(EXAMPLE, new, values | TITLES)
    manifest = PurePosixPath(MANIFEST)
    return files | example | {manifest: files[manifest] + example[manifest]}


def files_of_any_course(new: NewCourse) -> dict[PurePosixPath, str]:
    """Return the text of every file that a course has before its first assignment, the manifest among them."""
    values = {"title": Text(new.title, new.title), "libraries": new.libraries, "engine": engine_source()}
    return _rendered(COURSE, new, values | {"first": new.first, "check_seconds": new.check_seconds})


def _rendered(folder: str, new: NewCourse, values: Mapping[str, object]) -> dict[PurePosixPath, str]:
    """Return the files of a folder of templates by their paths; what would be empty is none."""
    paths = [path for path in templates_below(folder) if _is_read(path, new.languages)]
    texts = {path: render(f"{folder}/{path}", **words_for(new.languages), **values) for path in paths}
    return {path: text for path, text in texts.items() if text.strip()}


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in text.split(","))))


def _is_read(path: PurePosixPath, languages: tuple[Language, ...]) -> bool:
    """Tell whether a file is for readers of these languages: the end of its name may say for whom it is."""
    language = PurePosixPath(path.stem).suffix.removeprefix(".")
    return language not in LANGUAGES or language in languages
