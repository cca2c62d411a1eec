"""The entries of a class: what stands at its top, archives unpacked, below any folder that holds all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.person import Person
from autograder.course.text import Text
from autograder.submissions.handin import NOT_STUDENTS, find_handin
from autograder.submissions.layouts.entry import Around, Entry, NotUnderstood, Submission
from autograder.submissions.layouts.gradescope import METADATA, read_metadata
from autograder.submissions.layouts.patterns import named_parts
from autograder.submissions.layouts.recognise import is_named_by_a_platform
from autograder.submissions.opener import Opener, is_archive, without_ending
from autograder.submissions.roster import match
from autograder.submissions.student_files import holds_files

OF_PLATFORMS = (METADATA, "scores.csv", "Thumbs.db", "desktop.ini")  # files that belong to nobody
MAX_WRAPPERS = 4  # folders and zips in one another that hold nothing but the class
UNPACKED = "the folder {name} beside it is taken in its place; if that is another one, rename it"


def class_entries(
    root: Path, course: Course, opener: Opener, unpacked: bool, roster: Sequence[Person] = ()
) -> tuple[list[Entry], Around, list[NotUnderstood]]:
    """Return what stands at the top of a class, what Gradescope says of it, and the archives that are left aside.

    What was `unpacked` may stand in a folder or a zip of its own; the only folder in a folder is a student's, and so is
    one that is named after a student.
    """
    around = Around(course, read_metadata(root))
    for _ in range(MAX_WRAPPERS):
        paths = list(_visible(root))
        unpacked = unpacked or any(map(is_archive, paths))
        if len(paths) != 1 or around.gradescope or not unpacked:
            break
        name = without_ending(paths[0].name) if is_archive(paths[0]) else paths[0].name
        if named_parts(name, course) or match(Person(), name, roster):
            break
        inner = _opened(paths[0], opener, of_class=True).path
        if not inner.is_dir() or inner.is_symlink():
            break
        metadata = _metadata_inside(inner)
        if not _holds_class(inner, paths[0].name, around, bool(metadata)):
            break
        root, around = inner, Around(course, metadata)
    folders = {path.name for path in paths if path.is_dir()}
    aside = {path for path in paths if is_archive(path) and without_ending(path.name) in folders}
    lines = [
        NotUnderstood(path.name, UNPACKED.format(name=without_ending(path.name))) for path in paths if path in aside
    ]
    return [_opened(path, opener) for path in paths if path not in aside], around, lines


def _visible(folder: Path) -> Iterator[Path]:
    """Yield what stands in a folder, in the order of names, but for what systems and platforms put there."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if not entry.name.startswith(".") and entry.name not in (*NOT_STUDENTS, *OF_PLATFORMS):
            yield entry


def _opened(path: Path, opener: Opener, of_class: bool = False) -> Entry:
    if not is_archive(path):
        return Entry(path.name, path.name, path)
    opened = opener.open(path, path.name, owner=path.name, of_class=of_class)
    name = without_ending(path.name)
    return Entry(path.name, name, path, opened) if isinstance(opened, Text) else Entry(path.name, name, opened)


def _holds_class(folder: Path, name: str, around: Around, is_described: bool) -> bool:
    """Tell whether the only folder in a class is the class, and not the folder of its only student.

    It is unless a platform names it after a student, if Gradescope's file in it describes a class.
    """
    inner, course = list(_visible(folder)), around.course
    if is_named_by_a_platform(Entry(name, without_ending(name), folder), around):
        return False
    if is_described:
        return True
    if not inner:
        return False
    if any(find_handin(folder, one) or (folder / one).is_dir() for one in course.assignments):
        return False
    entries = [Entry(path.name, without_ending(path.name) if is_archive(path) else path.name, path) for path in inner]
    folders = all(path.is_dir() for path in inner) and any(map(holds_files, inner))
    archives = len(inner) > 1 and all(map(is_archive, inner))
    return folders or archives or any(is_named_by_a_platform(entry, around) for entry in entries)


def _metadata_inside(folder: Path) -> dict[str, Submission]:
    """Return what Gradescope says of a folder in the class; a student's file that only has the name says nothing."""
    try:
        return read_metadata(folder)
    except UsageError:
        return {}
