"""Reading results back."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import msgspec

from autograder.course.errors import UsageError
from autograder.results.model import SCHEMA, Result


def read_result(path: Path) -> Result | None:
    """Return an earlier run's result if it is whole, of this schema, and has a score."""
    try:
        result = require_result(path)
    except UsageError:
        return None
    return result if result.score is not None else None


def read_results(folder: Path) -> list[Result]:
    """Return the results in a folder that `autograder grade` wrote; raise `UsageError` where there are none."""
    results = [require_result(path) for path in sorted(folder.glob("*/*.json"))]
    if not results:
        raise UsageError(f"{folder} holds no results. Give the folder that `autograder grade --out` wrote.")
    return results


def require_result(path: Path) -> Result:
    """Return one result; raise `UsageError` where the file holds none, or one of another schema."""
    with contextlib.suppress(OSError, ValueError, msgspec.MsgspecError):  # what is odd is looked at more closely below
        return msgspec.json.decode(path.read_bytes(), type=Result)
    try:
        data = json.loads(path.read_bytes())
        schema = data["schema"]
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"{path} is no result. Remove it, or grade again.") from None
    if schema != SCHEMA:
        raise UsageError(f"{path} has the schema {schema}; this program knows {SCHEMA}. Grade again.")
    try:
        return msgspec.convert(data, Result)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path} is no whole result: {error}. Grade again.") from None
