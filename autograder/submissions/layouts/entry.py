"""What stands at the top of a class, and what a layout says of it: whose work it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from autograder.course.manifest import Course
from autograder.course.person import Person
from autograder.course.text import Text


class NotUnderstood(NamedTuple):
    """What of a class nobody is graded for: where it stands, and why, with what would take it."""

    place: str
    reason: str


@dataclass(frozen=True)
class Entry:
    """A file or a folder at the top of a class.

    Of an archive, `path` is the folder it was unpacked into, and `name` lacks its ending; with a `problem` it was not.
    """

    shown: str
    name: str
    path: Path
    problem: Text | None = None

    @property
    def is_archive(self) -> bool:
        """Whether it is an archive, opened or not."""
        return self.shown != self.name

    @property
    def is_file(self) -> bool:
        """Whether it is a file as the student handed it in, and no folder or archive."""
        return self.problem is None and not self.path.is_symlink() and self.path.is_file()


class Submission(NamedTuple):
    """A submission as Gradescope lists it: who handed it in, and when, in seconds."""

    persons: tuple[Person, ...]
    time: float


@dataclass(frozen=True)
class Around:
    """What an entry stands in: the course, and what Gradescope says of its folders, by name."""

    course: Course
    gradescope: Mapping[str, Submission]


@dataclass(frozen=True)
class Work:
    """An entry as one student's work.

    `student` is the key of the results. Works of one `identity` are one student's; without it nobody knows.
    `assignment` is what the name says of the assignment, `name` what the student called a file, `time` when it was
    handed in, as any number that grows. An `own` folder is named after the student. With `one_name`, files of one
    assignment are attempts only if they have one name, for the name of the student may be read wrongly.
    """

    entry: Entry
    student: str
    identity: str = ""
    person: Person | None = None
    assignment: str = ""
    name: str = ""
    time: float = 0
    own: bool = False
    one_name: bool = False


Works = Sequence[Work]
