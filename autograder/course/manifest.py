"""The manifest `exercises.toml`: which assignments and exercises there are, their points, titles and limits."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course.errors import UsageError
from autograder.course.text import Text

FILE_NAME = "exercises.toml"
OWN_COURSE = Path(__file__).parents[2]  # the course whose repository this package stands in
SUITES = Path(__file__).parents[1] / "suites"


@dataclass(frozen=True)
class Limits:
    """What one submission may use; every field is a required key of `[limits]`, its unit in its name.

    `isolation` is the weakest level of isolation that may grade.
    """

    load_seconds: float
    check_seconds: float
    timeouts: int
    memory_mb: int
    file_mb: int
    source_mb: int
    reply_mb: int
    isolation: str


@dataclass(frozen=True)
class Exercise:
    """One function or class a student writes."""

    name: str
    points: float
    title: Text


@dataclass(frozen=True)
class Question:
    """One question answered in words in the notebook and marked by hand; its points come on top of the exercises'."""

    name: str
    points: float
    title: Text


@dataclass(frozen=True)
class Assignment:
    """One Python module, one notebook and one gradebook entry; `given` names what the stub already holds."""

    name: str
    title: Text
    given: tuple[str, ...]
    exercises: tuple[Exercise, ...]
    written: tuple[Question, ...]

    @property
    def points(self) -> float:
        """The declared maximum of what is graded automatically."""
        return sum(exercise.points for exercise in self.exercises)


@dataclass(frozen=True)
class Course:
    """The whole manifest, and the folder it stands in."""

    root: Path
    title: Text
    limits: Limits
    assignments: dict[str, Assignment]

    @property
    def suites(self) -> Path:
        """The folder of the hidden suites: the course's own, or the one in this package."""
        own = self.root / "autograder" / "suites"
        return own if own.is_dir() else SUITES

    def solution(self, assignment: str) -> Path:
        """Return the file of an assignment's reference solution."""
        return self.root / "solutions" / f"{assignment}.py"

    def stub(self, assignment: str) -> Path:
        """Return the file of an assignment's generated stub."""
        return self.root / "assignments" / f"{assignment}.py"

    def public_tests(self, assignment: str) -> Path:
        """Return the file of the tests students are given."""
        return self.root / "assignments" / f"test_{assignment}.py"

    def lesson(self, assignment: str, language: str) -> Path:
        """Return the file of an assignment's lesson text; the language is `zh` or `en`."""
        return self.root / "source" / f"{assignment}.{language}.md"

    def lesson_code(self, assignment: str) -> Path:
        """Return the file of the code cells that both languages of a lesson share."""
        return self.root / "source" / f"{assignment}.py"

    def notebook(self, assignment: str) -> Path:
        """Return the file of the source notebook, where nbgrader expects it."""
        return self.root / "source" / assignment / f"{assignment}.ipynb"


def load_course(start: Path) -> Course:
    """Read the manifest in `start`, the nearest folder above it, or the course this package stands in.

    Raises `UsageError` if there is none or it is wrong.
    """
    start = start.resolve()
    for folder in (start, *start.parents, OWN_COURSE):
        if (folder / FILE_NAME).is_file():
            return _read(folder)
    raise UsageError(f"No {FILE_NAME} in {start} or above it. Run this inside the course repository.")


def _read(root: Path) -> Course:
    path = root / FILE_NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        assignments = {name: _assignment(name, entry) for name, entry in data["assignments"].items()}
        return Course(root, Text(**data["course"]["title"]), _limits(data["limits"]), assignments)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not readable as TOML: {error}") from None
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path} is incomplete: {error}") from None


def _limits(entry: dict[str, Any]) -> Limits:
    limits = Limits(**entry)
    for name, value in entry.items():
        number = type(value) in (int, float) and 0 < value < float("inf")
        if not (type(value) is str if name == "isolation" else number):
            raise TypeError(f"{name} in [limits] cannot be {value!r}")
    return limits


def _assignment(name: str, entry: dict[str, Any]) -> Assignment:
    exercises = tuple(Exercise(*_titled(*item)) for item in entry["exercises"].items())
    written = tuple(Question(*_titled(*item)) for item in entry.get("written", {}).items())
    return Assignment(name, Text(**entry["title"]), tuple(entry.get("given", ())), exercises, written)


def _titled(name: str, details: dict[str, Any]) -> tuple[str, float, Text]:
    return name, details["points"], Text(**details["title"])
