"""The folders in the exchange's `inbound`, which every student may write to: their names and owners are only claims."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from nbgrader.utils import parse_utc  # type: ignore[import-untyped]

from autograder.nbgrader.watch.untrusted import Refused, Unfinished, open_directory, read_file

TIMESTAMP, SECRET = "timestamp.txt", "submission_secret.txt"
MOST_BYTES = 1000  # of a timestamp or a secret, which has 128
KEY = re.compile(r"[\x21-\x7e]{16,}")  # what the name of a released page is made of, together with the notebook's
STUDENT = re.compile(r"[^\s.][^/\x00-\x1f]*(?<!\s)")  # what can name a folder in `submitted/` that nbgrader finds


@dataclass(frozen=True)
class InboundFolder:
    """What a student handed in at a time, by the name of its folder; `timestamp` is the time as it is written there."""

    path: Path
    student: str
    assignment: str
    timestamp: str
    time: datetime


def inbound_folders(inbound: Path, assignments: Container[str]) -> Iterator[InboundFolder]:
    """Yield the folders of these assignments whose names are as `nbgrader submit` makes them, in any order."""
    for name in os.listdir(inbound):
        words = name.rsplit("+", 3)  # as nbgrader reads it: a student's name may have a + in it
        if len(words) < 3 or words[1] not in assignments or not STUDENT.fullmatch(words[0]):
            continue
        if (time := read_time(words[2])) is not None:
            yield InboundFolder(inbound / name, words[0], words[1], words[2], time)


def require_complete(folder: InboundFolder, check_owner: bool) -> None:
    """Raise `Refused` unless a hand-in is its student's own and has all that feedback needs; nothing is read of it."""
    with open_directory(folder.path, folder.student if check_owner else "") as directory:
        found = {name: _text(directory, name) for name in (TIMESTAMP, SECRET)}
        if missing := [name for name, text in found.items() if not text.strip()]:  # written when the rest is there
            raise Unfinished(f"it has no {missing[0]} yet")
        if not KEY.fullmatch(found[SECRET]):
            raise Refused(f"its {SECRET} is not one that `nbgrader submit` makes")
        notebook = f"{folder.assignment}.ipynb"
        if notebook not in os.listdir(directory):
            raise Refused(f"it has no {notebook}, and nbgrader grades notebooks only")


@lru_cache(maxsize=100_000)  # the same names are read every few seconds
def read_time(timestamp: str) -> datetime | None:
    """Return the time that nbgrader reads in a text, or None where it is no time."""
    try:
        time: datetime = parse_utc(timestamp.strip())
    except (ValueError, OverflowError, TypeError):
        return None
    return time


def _text(directory: int, name: str) -> str:
    try:
        data = read_file(directory, name, MOST_BYTES + 1)
    except FileNotFoundError:
        return ""
    except PermissionError:
        raise Unfinished(f"{name} may not be read") from None
    except OSError as error:
        raise Refused(f"{name}: {error.strerror}") from None
    if len(data) > MOST_BYTES:  # what stands behind would be collected and was never looked at
        raise Refused(f"its {name} is longer than `nbgrader submit` makes it")
    return data.decode("utf-8", "replace")
