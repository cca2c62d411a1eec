"""Writing the files of an export."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.results.files import plain_name
from autograder.results.model import Result


def save(path: Path, data: bytes) -> None:
    """Write a file and the folders above it; raise `UsageError` when that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Choose another place with --out.") from None


def save_each(
    out: Path, name: str, results: Sequence[Result], fields: Callable[[Result], Mapping[str, object]]
) -> None:
    """Write a JSON file for each result: STUDENT/ASSIGNMENT/NAME below `out`, or `out` itself where it ends in .json.

    Raises `UsageError` where `out` is one file and there are several results.
    """
    one_file = out.suffix == ".json"
    if one_file and len(results) > 1:
        raise UsageError(f"{out} is one file for {len(results)} results. Give a folder with --out.")
    for result in results:
        path = out if one_file else out / plain_name(result.student) / result.assignment / name
        save(path, as_json(fields(result)))


def as_json(fields: Mapping[str, object]) -> bytes:
    """Return indented JSON; a name that is not valid Unicode keeps its place by an escape."""
    text = json.dumps(fields, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode("utf-8", "backslashreplace")
