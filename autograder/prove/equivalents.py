"""Mutants that are no mistakes: each stands in a list beside the suites, with the reason why no check can fail it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from autograder.course.errors import UsageError
from autograder.course.suite_files import EQUIVALENT_MUTANTS

Change = tuple[str, str]


def load_equivalents(suites: Path, exercise: str) -> dict[Change, str]:
    """Return the reason for each listed change (lines before, lines after) of an exercise.

    Raises `UsageError` where the list is not readable, or an entry is incomplete or there twice.
    """
    path = suites / EQUIVALENT_MUTANTS
    if not path.is_file():
        return {}
    reasons: dict[Change, str] = {}
    try:
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get(exercise, []):
            for change in _changes(entry):
                if change in reasons or not entry["reason"].strip():
                    raise UsageError(f"{path}: {exercise} lists {change[1]!r} twice, or without a reason.")
                reasons[change] = entry["reason"]
    except (tomllib.TOMLDecodeError, KeyError, AttributeError, TypeError) as error:
        raise UsageError(f"{path}: an entry of {exercise} is not readable: {error}") from None
    return reasons


def _changes(entry: dict[str, Any]) -> list[Change]:
    """Return the change of an entry, or the several wrapping statements in `wraps`, for which there is one reason."""
    if "wraps" in entry:
        return [("", statement.strip()) for statement in entry["wraps"]]
    return [(entry["before"].strip(), entry["after"].strip())]
