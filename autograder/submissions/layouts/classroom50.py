"""Classroom 50, `gh teacher download`: clones of repositories `<classroom>-<assignment>-<user>`.

Older ones are called `<assignment>-<user>`. In their names an assignment has `-` where ours may have `_`.
"""

from __future__ import annotations

import os
import re

from autograder.course.person import Person
from autograder.submissions.layouts.entry import Around, Entry, Work, Works

MARKS = (".git", ".classroom50.yml")
REPOSITORY = r"(?:[a-z0-9][a-z0-9-]*-)?{assignment}-(?P<user>[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)"


def works(entry: Entry, around: Around) -> Works:
    """Return whose work a clone is, if one assignment of the course stands in its name."""
    if entry.problem is not None or not any(os.path.lexists(entry.path / mark) for mark in MARKS):
        return []
    found = [(name, match["user"]) for name in around.course.assignments if (match := _matched(entry.name, name))]
    if len(found) != 1:
        return []
    assignment, user = found[0]
    return [Work(entry, user, f"github {user.casefold()}", Person(platform_id=user), assignment=assignment)]


def _matched(repository: str, assignment: str) -> re.Match[str] | None:
    words = re.escape(assignment.replace("_", "-"))
    return re.fullmatch(REPOSITORY.format(assignment=words), repository, re.IGNORECASE)
