"""A folder for each student, named after the student: the course's own layout, nbgrader's `submitted/` and 学习通's."""

from __future__ import annotations

from autograder.submissions.layouts.entry import Around, Entry, Work, Works


def works(entry: Entry, _around: Around) -> Works:
    """Return a folder, or an archive in its place, as the work of the student it is named after."""
    is_folder = entry.path.is_dir() or entry.path.is_symlink()
    return [Work(entry, entry.name, own=True)] if is_folder or entry.problem else []
