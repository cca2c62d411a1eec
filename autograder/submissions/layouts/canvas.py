"""Canvas, *Download submissions*: `lastfirst[_LATE]_12345_67890_name.py`, or `anon_…` where marking is anonymous.

The numbers are those of the student and of the file; files that are handed in later have larger ones.
"""

from __future__ import annotations

import re

from autograder.course.person import Person
from autograder.submissions.layouts.entry import Around, Entry, Work, Works

# Canvas takes `_digits_` out of names, so the first number is the student's.
FILE = re.compile(r"(?P<name>.+?)(?:_LATE)?_(?P<id>\d+)_(?P<file_id>\d+)_(?P<file>.+)", re.DOTALL)
ANONYMOUS = re.compile(r"(?:LATE_)?anon_(?P<id>[^_]+)_(?P<file_id>\d+)_(?P<file>.+)", re.DOTALL)
TYPED = re.compile(r"(?P<name>.+?)(?:_LATE)?_(?P<id>\d+)_(?P<file>(?:text|link)\.html)", re.DOTALL)  # typed into Canvas


def works(entry: Entry, _around: Around) -> Works:
    """Return whose work a file or an archive is, if Canvas named it."""
    if not entry.is_file and not entry.is_archive:
        return []
    if anonymous := ANONYMOUS.fullmatch(entry.name):
        return [_work(entry, f"anon_{anonymous['id']}", Person(platform_id=anonymous["id"]), anonymous)]
    if named := FILE.fullmatch(entry.name) or TYPED.fullmatch(entry.name):
        person = Person(name=named["name"], platform_id=named["id"])
        return [_work(entry, f"{named['name']}_{named['id']}", person, named)]
    return []


def _work(entry: Entry, key: str, person: Person, found: re.Match[str]) -> Work:
    time = int(found.groupdict().get("file_id") or 0)
    return Work(entry, key, f"canvas {person.platform_id}", person, name=found["file"], time=time, one_name=True)
