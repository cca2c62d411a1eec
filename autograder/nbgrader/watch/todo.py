"""What there is to do, found from the exchange, `submitted/` and the released feedback: nothing else is remembered."""

from __future__ import annotations

import functools
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.nbgrader.watch.course import WatchedCourse
from autograder.nbgrader.watch.inbound import (
    KEY,
    SECRET,
    TIMESTAMP,
    InboundFolder,
    inbound_folders,
    read_time,
    require_complete,
)
from autograder.nbgrader.watch.untrusted import ForeignOwner, Refused

MOST_REFUSED = 20  # of a student's own, in a pass: thousands would keep the others waiting

Names = tuple[str, str]  # of a student and an assignment
Key = tuple[str, str, datetime | None]  # tells a hand-in from every other, before and after it is collected


@dataclass(frozen=True)
class Work:
    """A hand-in without feedback: `folder` is to be collected in so many seconds; without one it is collected."""

    student: str
    assignment: str
    time: datetime | None
    folder: InboundFolder | None = None
    wait: float = 0.0

    @property
    def key(self) -> Key:
        """The names of the student and the assignment, and when it was handed in."""
        return self.student, self.assignment, self.time


@dataclass(frozen=True)
class Refusal:
    """A hand-in that is left in the exchange, and why."""

    folder: InboundFolder
    reason: Refused


@dataclass(frozen=True)
class Collected:
    """What stands in `submitted/`: when it was handed in, and where its feedback is released to, if that is known."""

    time: datetime | None
    page: Path | None


def find_work(
    course: WatchedCourse, assignments: Sequence[str], pause: float, passed_over: Container[Key] = ()
) -> Iterator[Work | Refusal]:
    """Yield every hand-in that has no feedback, and those that are refused, but for those that are `passed_over`.

    After a student has got feedback on an assignment, the next hand-in waits until `pause` seconds have passed.
    """
    handed_in = _by_student(course, assignments)
    now = functools.cache(lambda: _now(course.exchange / "feedback"))
    excluded = course.coursedir.student_id_exclude.split(",")
    for (student, assignment), folders in sorted(handed_in.items()):
        if student in excluded:
            continue
        collected = _collected(course, student, assignment)
        newer = [one for one in folders if collected.time is None or one.time > collected.time]
        chosen, refusals = _newest(course, [one for one in newer if (student, assignment, one.time) not in passed_over])
        yield from refusals
        left = Work(student, assignment, collected.time)
        if chosen:
            yield Work(student, assignment, chosen.time, chosen, _seconds_left(collected.page, pause, now))
        elif collected.page and not collected.page.exists() and left.key not in passed_over:
            yield left


def _by_student(course: WatchedCourse, assignments: Sequence[str]) -> dict[Names, list[InboundFolder]]:
    """Return what is in the exchange, and an empty list for what was only collected."""
    found: dict[Names, list[InboundFolder]] = defaultdict(list)
    for folder in inbound_folders(course.inbound, assignments):
        found[folder.student, folder.assignment].append(folder)
    for assignment in assignments:
        if due := course.due(assignment):
            for key in [key for key in found if key[1] == assignment]:
                found[key] = [one for one in found[key] if one.time <= due] or found[key]
        for student in course.collected_students(assignment):
            found.setdefault((student, assignment), [])
    return found


def _collected(course: WatchedCourse, student: str, assignment: str) -> Collected:
    folder = course.step("submitted", student, assignment)
    secret = _text(folder / SECRET)
    page = course.released_page(secret, assignment) if KEY.fullmatch(secret) else None
    return Collected(read_time(_text(folder / TIMESTAMP)), page)


def _newest(course: WatchedCourse, folders: list[InboundFolder]) -> tuple[InboundFolder | None, list[Refusal]]:
    """Return the last that can be collected, if there is one, and what was handed in later and cannot."""
    refusals: list[Refusal] = []
    own = 0
    for folder in sorted(folders, key=lambda one: one.time, reverse=True):
        try:
            require_complete(folder, course.check_owner)
        except Refused as reason:
            refusals.append(Refusal(folder, reason))
            own += not isinstance(reason, ForeignOwner)
        else:
            return folder, refusals
        if own == MOST_REFUSED:
            break
    return None, refusals


def _seconds_left(page: Path | None, pause: float, now: Callable[[], float]) -> float:
    """Return how long the next hand-in has to wait after the release of a page.

    Both times are those of the file system's clock. Where it was set back, nobody waits.
    """
    try:
        age = now() - page.stat().st_mtime if page else pause
    except FileNotFoundError:  # nothing is released
        return 0.0
    return pause - age if 0 <= age < pause else 0.0


def _now(folder: Path) -> float:
    with tempfile.TemporaryFile(dir=folder) as file:
        return os.fstat(file.fileno()).st_mtime


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
