"""The exercises of the course and their public cases, read from the files beside this package."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

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
def read_course() -> dict[str, Assignment]:
    """Return the assignments of the course by name, in order."""
    content = json.loads(COURSE_FILE.read_text(encoding="utf-8"))
    return {name: _assignment(name, entry) for name, entry in content["assignments"].items()}


def _assignment(name: str, entry: dict[str, list[dict[str, float | str]] | dict[str, str]]) -> Assignment:
    exercises = tuple(
        Exercise(str(one["name"]), float(one["points"]), Text(str(one["zh"]), str(one["en"])), _section(one))
        for one in entry["exercises"]
        if isinstance(one, dict)
    )
    title = entry["title"]
    assert isinstance(title, dict)
    return Assignment(name, Text(title["zh"], title["en"]), exercises)


def _section(entry: dict[str, float | str]) -> Text | None:
    return Text(str(entry["section_zh"]), str(entry["section_en"])) if "section_zh" in entry else None


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
