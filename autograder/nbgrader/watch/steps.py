"""The steps from a hand-in in the exchange to its released feedback; each can be repeated after it was cut off."""

from __future__ import annotations

import glob
import os
import shutil
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde, GenerateFeedback  # type: ignore[import-untyped]
from nbgrader.coursedir import CourseDirectory  # type: ignore[import-untyped]
from traitlets import Any as AnyTrait

from autograder.nbgrader.unfinished import is_graded
from autograder.nbgrader.watch.course import WatchedCourse
from autograder.nbgrader.watch.inbound import TIMESTAMP, InboundFolder
from autograder.nbgrader.watch.todo import Work
from autograder.nbgrader.watch.untrusted import Copy, open_directory


class EngineOwner:
    """Whom an engine belongs to: one serves many students, for it takes seconds to start."""


class AutogradeWith(Autograde):  # type: ignore[misc]
    """nbgrader's step with an engine that outlives it."""

    engine_owner = AnyTrait()


def give_feedback(course: WatchedCourse, work: Work, owner: EngineOwner) -> tuple[float, float]:
    """Collect a hand-in if that is to be done, grade it, release the feedback, and return its score and the points.

    Raises `Refused` where it cannot be collected, and what nbgrader raises where it cannot be graded.
    """
    if work.folder is not None:
        collect(course, work.folder)
    coursedir = _coursedir_of(course, work)
    converter = AutogradeWith(coursedir=coursedir, parent=course.app, engine_owner=owner)
    if not _is_graded(course, work):
        converter.force = True
        converter.start()
    feedback = GenerateFeedback(coursedir=coursedir, parent=course.app)
    feedback.force = True
    feedback.start()
    score = course.score(work.student, work.assignment)
    release = course.app.exchange.ReleaseFeedback(
        coursedir=coursedir, authenticator=course.app.authenticator, parent=course.app
    )
    release.start()
    return score


def collect(course: WatchedCourse, folder: InboundFolder) -> None:
    """Copy a hand-in into `submitted/`, in the place of an earlier one; it is there wholly or not at all.

    The time is the one in the name of its folder, which decides what is the last. Raises `Refused`.
    """
    target = course.step("submitted", folder.student, folder.assignment)
    copy = target.with_name(f".{target.name}.copy")
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove(copy)  # of a run that was killed
    try:
        with open_directory(folder.path, folder.student if course.check_owner else "") as directory:
            Copy(course.coursedir).directory(directory, copy)
        (copy / TIMESTAMP).write_text(folder.timestamp, encoding="utf-8")
        if course.coursedir.groupshared:
            _share(copy)
    except BaseException:
        _remove(copy)
        raise
    _remove(target)
    copy.rename(target)


def _is_graded(course: WatchedCourse, work: Work) -> bool:
    """Tell whether what stands in `autograded/` is this hand-in, graded to its end."""
    places = [course.step(step, work.student, work.assignment) / TIMESTAMP for step in ("submitted", "autograded")]
    if not all(place.is_file() for place in places) or len({place.read_bytes() for place in places}) > 1:
        return False
    return is_graded(course.coursedir, work.assignment, work.student)


def _coursedir_of(course: WatchedCourse, work: Work) -> Any:
    """Return nbgrader's view of the course in which there is one student, whose name it takes for a pattern."""
    names = {"student_id": glob.escape(work.student), "assignment_id": work.assignment}
    return CourseDirectory(parent=course.app, root=course.coursedir.root, **names)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _share(folder: Path) -> None:
    """Let the group of a shared course write to a folder, as nbgrader does."""
    for parent, _, names in os.walk(folder):
        os.chmod(parent, 0o2770 | os.stat(parent).st_mode & 0o777)
        for name in names:
            os.chmod(os.path.join(parent, name), 0o664)
