"""Classroom 50, `gh teacher download`: clones of repositories `<classroom>-<assignment>-<user>`.

Older ones are called `<assignment>-<user>`. In their names an assignment has `-` where ours may have `_`.
"""

from __future__ import annotations

import os
import re

from autograder.course.person import Person
from autograder.submissions.layouts.entry import Around, Entry, Work, Works

MARKS = (".git", ".classroom50.yml")
CLASSROOM = r"(?:[a-z0-9][a-z0-9-]*-)?"
USER = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"


def works(entry: Entry, around: Around) -> Works:
    """Return whose work a clone is, if its name can be read in one way only."""
    if entry.problem is not None or not any(os.path.lexists(entry.path / mark) for mark in MARKS):
        return []
    found = [(name, user) for name in around.course.assignments for user in _users(entry.name, name)]
    if len(found) != 1:
        return []
    assignment, user = found[0]
    return [Work(entry, user, f"github {user.casefold()}", Person(platform_id=user), assignment=assignment)]


def _users(repository: str, assignment: str) -> list[str]:
    """Return every user that a name may end with: a classroom and a user may be called after an assignment too."""
    words = re.escape(assignment.replace("_", "-"))
    ways = re.finditer(f"(?<![a-z0-9]){words}-(?=(?P<user>{USER})$)", repository, re.IGNORECASE)
    return [way["user"] for way in ways if re.fullmatch(CLASSROOM, repository[: way.start()], re.IGNORECASE)]
