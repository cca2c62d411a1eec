"""A folder for each student, named after the student: the course's own layout, nbgrader's `submitted/` and 学习通's."""

from __future__ import annotations

from autograder.submissions.layouts.entry import Around, Entry, Work, Works
from autograder.submissions.layouts.patterns import identity_of, named_parts


def works(entry: Entry, around: Around) -> Works:
    """Return a folder, or an archive in its place, as the work of the student it is named after."""
    is_folder = entry.path.is_dir() or entry.path.is_symlink()
    words = named_parts(entry.name, around.course)
    identity = identity_of(words) if words else ""
    return [Work(entry, entry.name, identity, own=True)] if is_folder or entry.problem else []
