"""The course that notebooks are imported into: one that is there, or a new one."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Sequence
from pathlib import Path

from msgspec import convert

from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST
from autograder.course.load import load_course
from autograder.course.manifest import Course, Limits
from autograder.course.text import Language, Text
from autograder.importing.answers import parsed
from autograder.importing.manifest_text import new_manifest
from autograder.importing.model import Answer, Code, Piece, Tests

LIBRARIES = ("numpy", "torch", "pandas")  # whose values cross to a worker
OTHER_LANGUAGE = "{root} is a course in {languages}; give the notebook's language with --language."


def course_in(root: Path, pieces: Sequence[Piece], language: Language) -> tuple[Course, str]:
    """Return the course in a folder and the text of its manifest, which a new course has not written yet."""
    if (root / MANIFEST).is_file():
        course = load_course(root)
        if language not in course.languages:
            raise UsageError(OTHER_LANGUAGE.format(root=root, languages=", ".join(course.languages)))
        return course, (root / MANIFEST).read_text(encoding="utf-8")
    libraries = _libraries(pieces)
    text = new_manifest(root.resolve().name, [language], libraries)
    tables = tomllib.loads(text)
    limits = convert(tables["limits"], Limits)
    title = Text(root.resolve().name, root.resolve().name)
    return Course(root, title, limits, {}, languages=(language,), suites_folder=tables["course"]["suites"]), text


def _libraries(pieces: Sequence[Piece]) -> list[str]:
    sources = [piece.source for piece in pieces if isinstance(piece, (Code, Answer, Tests))]
    nodes = [node for source in sources for one in parsed(source) or [] for node in ast.walk(one)]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    roots = {module.partition(".")[0] for module in modules}
    return [name for name in LIBRARIES if name in roots]
