"""The course that notebooks are imported into: one that is there, or a new one."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import convert

from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST
from autograder.course.load import load_course
from autograder.course.manifest import Course, Limits
from autograder.course.text import Language, Text
from autograder.importing.answers import parsed
from autograder.importing.model import Answer, Code, Piece, Tests
from autograder.scaffold.course import NewCourse, files_of_any_course

CHECK_SECONDS = 5  # a cell of tests becomes one check
LIBRARIES = ("numpy", "torch", "pandas")  # whose values cross to a worker
OTHER_LANGUAGE = "{root} is a course in {languages}; give the notebook's language with --language."


class Place(NamedTuple):
    """A course, the text of its manifest, and the files that a new one begins with, which are not written yet."""

    course: Course
    manifest: str
    files: dict[Path, str]


def course_in(root: Path, name: str, pieces: Sequence[Piece], language: Language) -> Place:
    """Return the course in a folder, or a new one whose first assignment has this name."""
    if not (root / MANIFEST).is_file():
        return _new_course(root, name, pieces, language)
    course = load_course(root)
    if language not in course.languages:
        raise UsageError(OTHER_LANGUAGE.format(root=root, languages=", ".join(course.languages)))
    return Place(course, (root / MANIFEST).read_text(encoding="utf-8"), {})


def _new_course(root: Path, name: str, pieces: Sequence[Piece], language: Language) -> Place:
    title = root.resolve().name
    begun = NewCourse(title, (language,), tuple(_libraries(pieces)), name, CHECK_SECONDS)
    files = {root / path: text for path, text in files_of_any_course(begun).items()}
    text = files.pop(root / MANIFEST)
    tables = tomllib.loads(text)
    limits, suites = convert(tables["limits"], Limits), tables["course"]["suites"]
    course = Course(root, Text(title, title), limits, {}, languages=(language,), suites_folder=suites)
    return Place(course, text, files)


def _libraries(pieces: Sequence[Piece]) -> list[str]:
    sources = [piece.source for piece in pieces if isinstance(piece, (Code, Answer, Tests))]
    nodes = [node for source in sources for one in parsed(source) or [] for node in ast.walk(one)]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    roots = {module.partition(".")[0] for module in modules}
    return [name for name in LIBRARIES if name in roots]
