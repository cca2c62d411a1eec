"""Adding an entry to the text of a manifest, so that its comments and its layout stay."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from typing import Any

from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST

HEADER = re.compile(r"^\s*\[(?!\[)\s*(?P<keys>[^\]]+?)\s*\]\s*(?:#.*)?$")


def with_exercise(text: str, assignment: str, name: str, entry: str) -> str:
    """Return the manifest with the line `entry` of a new exercise, below the assignment's last one.

    Raises `UsageError` where the place cannot be found.
    """
    keys = "assignments", assignment, "exercises"
    lines = text.splitlines()
    end = _end_of_table(lines, keys)
    header = [] if end else ["", f"[{'.'.join(keys)}]"]
    place = end or len(lines)
    changed = "\n".join([*lines[:place], *header, *entry.splitlines(), *lines[place:]]) + "\n"
    return _verified(text, changed, (*keys, name), entry)


def with_assignment(text: str, name: str, entry: str) -> str:
    """Return the manifest with the tables `entry` of a new assignment at its end."""
    return _verified(text, f"{text.rstrip()}\n\n{entry}", ("assignments", name), entry)


def _end_of_table(lines: Sequence[str], keys: tuple[str, ...]) -> int:
    """Return the number of lines up to the last entry of a table, 0 where the table has no header."""
    headers = [(number, found["keys"]) for number, line in enumerate(lines) if (found := HEADER.match(line))]
    for index, (start, written) in enumerate(headers):
        if tuple(key.strip().strip("\"'") for key in written.split(".")) == keys:
            following = headers[index + 1][0] if index + 1 < len(headers) else len(lines)
            return max(number for number in range(start, following) if _is_entry(lines[number])) + 1
    return 0


def _is_entry(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _verified(before: str, after: str, keys: tuple[str, ...], entry: str) -> str:
    """Return the text `after` if it says what the text `before` says, and the new entry besides."""
    try:
        wanted, found = tomllib.loads(before), tomllib.loads(after)
        added = _take(found, keys)
    except (tomllib.TOMLDecodeError, KeyError, TypeError):
        added = None
    if not added or _without_empty(found) != _without_empty(wanted):
        raise UsageError(f"{MANIFEST}: there is no safe place for this entry; write it there yourself: {entry.strip()}")
    return after


def _take(table: dict[str, Any], keys: tuple[str, ...]) -> Any:
    """Remove an entry from nested tables, and return it."""
    *folders, last = keys
    for key in folders:
        table = table[key]
    return table.pop(last)


def _without_empty(value: Any) -> Any:
    """Return nested tables without those that are empty, for an entry may have brought its own."""
    if not isinstance(value, dict):
        return value
    return {key: kept for key, part in value.items() if (kept := _without_empty(part)) != {}}
