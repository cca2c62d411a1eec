"""The exercises of the course and their public cases, read from the files beside this package."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from .model import Case, Text

HERE = Path(__file__).parent
COURSE_FILE = HERE / "course.json"
CASES = HERE.parent / "cases"


@dataclass(frozen=True)
class Exercise:
    """One function or class to be written: its name, its points, its title, and the section of the lesson it is in."""

    name: str
    points: float
    title: Text
    section: Text | None = None


@dataclass(frozen=True)
class Assignment:
    """One file or notebook to be handed in: its title and its exercises in order."""

    name: str
    title: Text
    exercises: tuple[Exercise, ...]


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(COURSE_FILE.read_text(encoding="utf-8"))
    return content


@cache
def read_course() -> dict[str, Assignment]:
    """Return the assignments of the course by name, in order."""
    return {name: _assignment(name, entry) for name, entry in _content()["assignments"].items()}


def course_languages() -> tuple[str, ...]:
    """Return the languages of the course, `zh` and `en` or one of them, in the order in which they are shown."""
    return tuple(_content()["languages"])


def course_libraries() -> tuple[str, ...]:
    """Return the libraries that the course names, as `import` takes them."""
    return tuple(_content()["libraries"])


def in_languages(words: Mapping[str, str], prefix: str = "") -> Text:
    """Return a text whose words stand by language, as `zh` and `en`; the one there is stands for both."""
    there = [words[key] for language in Text._fields if (key := f"{prefix}{language}") in words]
    return Text(there[0], there[-1])


def _assignment(name: str, entry: dict[str, Any]) -> Assignment:
    return Assignment(name, in_languages(entry["title"]), tuple(map(_exercise, entry["exercises"])))


def _exercise(entry: dict[str, Any]) -> Exercise:
    has_section = any(f"section_{language}" in entry for language in Text._fields)
    section = in_languages(entry, "section_") if has_section else None
    return Exercise(entry["name"], float(entry["points"]), in_languages(entry), section)


def cases_of(assignment: str, exercise: str) -> list[Case]:
    """Return the public cases of an exercise in the order they are checked in; those about gradients come last."""
    cases = [case for case in cases_module(assignment).CASES if case.exercise == exercise]
    return sorted(cases, key=lambda case: case.gradient)


def forbidden(assignment: str, exercise: str) -> tuple[str, ...]:
    """Return what the text of an answer may not name, as regular expressions for dotted paths."""
    return tuple(getattr(cases_module(assignment), "FORBIDDEN", {}).get(exercise, ()))


@cache
def cases_module(assignment: str) -> ModuleType:
    """Return the module with the public cases of an assignment; nothing is put into `sys.modules`."""
    spec = importlib.util.spec_from_file_location(f"cases_{assignment}", CASES / f"{assignment}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
