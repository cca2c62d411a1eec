"""Moodle, *Download all submissions*: `Name Surname_4711_assignsubmission_file/…`, or the same in front of file names.

The number is Moodle's identifier of the participant, the one in the grading worksheet, or of the group.
"""

from __future__ import annotations

import re

from autograder.course.person import Person
from autograder.submissions.layouts.entry import Around, Entry, Work, Works

PLACE = re.compile(r"(?P<name>[^_]*)_(?P<id>\d+)_assignsubmission_[a-z]+(?:_(?P<file>.*))?", re.DOTALL)


def works(entry: Entry, _around: Around) -> Works:
    """Return whose work a folder or a file is, if Moodle named it."""
    found = PLACE.fullmatch(entry.name)
    if not found:
        return []
    person = Person(name=found["name"], platform_id=found["id"])
    return [Work(entry, f"{found['name']}_{found['id']}", f"moodle {found['id']}", person, name=found["file"] or "")]
