"""Loading a course: the manifest is found, read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.consistency import consistency_fault
from autograder.course.errors import UsageError
from autograder.course.faults import type_fault
from autograder.course.layout import BESIDE_ENGINE, MANIFEST
from autograder.course.manifest import Assignment, Course, Exercise, Question
from autograder.course.tables import AssignmentTable, Languages, Manifest, Title
from autograder.course.text import LANGUAGES, Language, Text


def load_course(start: Path) -> Course:
    """Load the course whose manifest is in `start`, in the nearest folder above it, or beside the engine.

    An engine that runs from a checkout stands beside the course of that checkout; an installed one stands beside none.
    Raises `UsageError` if there is no manifest or it is wrong.
    """
    start = start.resolve()
    for folder in (start, *start.parents, BESIDE_ENGINE):
        if (folder / MANIFEST).is_file():
            return _course(folder, _manifest(folder / MANIFEST))
    raise UsageError(f"No {MANIFEST} in {start} or above it. Run this inside the folder of a course.")


def _manifest(path: Path) -> Manifest:
    data = _toml(path)
    try:
        manifest = msgspec.convert(data, Manifest)
    except msgspec.ValidationError:
        raise UsageError(f"{path}: {type_fault(data, Manifest, languages=_languages(data))}") from None
    if fault := consistency_fault(manifest):
        raise UsageError(f"{path}: {fault}")
    return manifest


def _languages(data: dict[str, Any]) -> Sequence[Language]:
    """Return the languages that a manifest names, all where it names none as it should."""
    try:
        return msgspec.convert(data["course"]["languages"], Languages)
    except (KeyError, TypeError, msgspec.ValidationError):
        return LANGUAGES


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not readable as TOML: {error}") from None


def _course(root: Path, manifest: Manifest) -> Course:
    table, languages = manifest.course, manifest.course.languages
    return Course(
        root,
        _text(table.title, languages),
        manifest.limits,
        {name: _assignment(name, entry, languages) for name, entry in manifest.assignments.items()},
        name_mistakes=table.name_mistakes,
        handin_names=table.handin_names,
        languages=languages,
        libraries=table.libraries,
        suites_folder=table.suites,
    )


def _assignment(name: str, table: AssignmentTable, languages: Sequence[Language]) -> Assignment:
    exercises = tuple(
        Exercise(key, entry.points, _text(entry.title, languages)) for key, entry in table.exercises.items()
    )
    written = tuple(Question(key, entry.points, _text(entry.title, languages)) for key, entry in table.written.items())
    return Assignment(name, _text(table.title, languages), table.given, exercises, written, table.limits)


def _text(title: Title, languages: Sequence[Language]) -> Text:
    """Return a title as a text, which says the same twice where the course has one language."""
    return Text(title.zh, title.en).only_in(languages)
