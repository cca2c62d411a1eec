"""Gradescope, *Export submissions*: folders `submission_123/` and a `submission_metadata.yml` that says whose they are.

Work of a group lists several students; each gets a result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.course.errors import UsageError
from autograder.course.person import Person
from autograder.submissions.layouts.entry import Around, Entry, Submission, Work, Works

METADATA = "submission_metadata.yml"
TIME = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[ T](?P<time>\d\d:\d\d:\d\d)(?P<fraction>\.\d+)?\s*(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?"
)
MAX_BYTES = 64 << 20  # with the results of a class of a thousand it has some megabytes


def works(entry: Entry, around: Around) -> Works:
    """Return whose work a folder of a submission is, for each student who handed it in."""
    submission = around.gradescope.get(entry.name)
    if submission is None:
        return []
    return [
        Work(entry, _key(person), _identity(person), person, time=submission.time)
        for person in submission.persons
        if _key(person)
    ]


def read_metadata(folder: Path) -> dict[str, Submission]:
    """Return what Gradescope says of each submission, by the name of its folder; nothing where it says nothing.

    Raises `UsageError` if the file cannot be read.
    """
    path = folder / METADATA
    if path.is_symlink() or not path.is_file():
        return {}
    if path.stat().st_size > MAX_BYTES:
        raise UsageError(f"{path} has more than {MAX_BYTES >> 20} MiB.")
    import yaml  # type: ignore[import-untyped]  # here: no other layout needs it

    try:
        # As text without types: numbers keep their zeros, and Ruby's own kinds of values do no harm.
        data = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        reason = str(error).partition("\n")[0]
        raise UsageError(f"{path} cannot be read: {reason}. Export the submissions from Gradescope again.") from None
    entries = data.items() if isinstance(data, dict) else ()
    return {name: _submission(about) for name, about in entries if isinstance(name, str) and isinstance(about, dict)}


def _submission(about: dict[str, Any]) -> Submission:
    return Submission(
        tuple(dict.fromkeys(_persons(about.get(":submitters")))), _seconds(str(about.get(":created_at", "")))
    )


def _persons(submitters: object) -> Iterator[Person]:
    for one in submitters if isinstance(submitters, list) else ():
        if isinstance(one, dict):
            values = (one.get(f":{key}") for key in ("sid", "name", "email"))
            yield Person(*(value.strip() if isinstance(value, str) else "" for value in values))


def _seconds(time: str) -> float:
    """Return a time as seconds, 0 where it is none: `2026-11-02 08:30:10.123456000 Z`, or with another zone."""
    found = TIME.fullmatch(time.strip())
    if not found:
        return 0
    zone = found["zone"] or "+00:00"
    try:
        begun = datetime.fromisoformat(f"{found['date']}T{found['time']}{'+00:00' if zone in ('Z', 'UTC') else zone}")
        return begun.timestamp() + float(f"0{found['fraction'] or ''}")
    except (ValueError, OverflowError):
        return 0


def _key(person: Person) -> str:
    return "_".join(filter(None, (person.name, person.id or person.email)))


def _identity(person: Person) -> str:
    known = person.id or person.email.casefold()
    return f"gradescope {known}" if known else ""
