"""The nbgrader course that is watched: its folders, its exchange and its gradebook, as the configuration says."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry  # type: ignore[import-untyped]
from nbgrader.apps import NbGrader  # type: ignore[import-untyped]
from nbgrader.coursedir import CourseDirectory  # type: ignore[import-untyped]
from nbgrader.exchange.default import Exchange, ExchangeCollect  # type: ignore[import-untyped]
from nbgrader.utils import notebook_hash  # type: ignore[import-untyped]

from autograder.course.errors import UsageError
from autograder.course.layout import NBGRADER_CONFIG


@dataclass(frozen=True)
class WatchedCourse:
    """A course; `exchange` is its folder in nbgrader's exchange, and `app` has nbgrader's settings."""

    app: Any
    coursedir: Any
    exchange: Path
    check_owner: bool = True
    before_duedate: bool = False

    @property
    def inbound(self) -> Path:
        """The folder that hand-ins appear in."""
        return self.exchange / "inbound"

    def step(self, name: str, student: str, assignment: str) -> Path:
        """Return a student's folder of a step: `submitted`, `autograded` or `feedback`."""
        return Path(self.coursedir.format_path(getattr(self.coursedir, f"{name}_directory"), student, assignment))

    def collected_students(self, assignment: str) -> Iterator[str]:
        """Yield the students who have a folder of an assignment in `submitted/`."""
        folders, name = self.coursedir.submitted_directory, re.escape(assignment)
        pattern = self.coursedir.format_path(folders, "(?P<student>.*)", name, escape=True)
        for path in glob.iglob(self.coursedir.format_path(folders, "*", glob.escape(assignment))):
            if found := re.fullmatch(pattern, path):
                yield found["student"]

    def released_page(self, secret: str, assignment: str) -> Path:
        """Return where the feedback on a hand-in is released to; students find it by the hand-in's secret."""
        return self.exchange / "feedback" / f"{notebook_hash(secret=secret, notebook_id=assignment)}.html"

    def due(self, assignment: str) -> datetime | None:
        """Return until when a hand-in counts, if `ExchangeCollect.before_duedate` is set and there is such a time."""
        if not self.before_duedate:
            return None
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                due: datetime | None = gradebook.find_assignment(assignment).duedate
            except MissingEntry:
                return None
        return due

    def score(self, student: str, assignment: str) -> tuple[float, float]:
        """Return the score and the points of a graded hand-in; raise `MissingEntry` where there is none."""
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            submission = gradebook.find_submission(assignment, student)
            return submission.score, submission.max_score


def open_course(root: Path) -> WatchedCourse:
    """Read nbgrader's configuration of the course in `root`; raise `UsageError` where there is nothing to watch."""
    if not (root / NBGRADER_CONFIG).is_file():
        raise UsageError(f"{root} has no {NBGRADER_CONFIG}. Run this in an nbgrader course.")
    app = NbGrader()
    app.initialize([], root=str(root))
    app.log.setLevel("ERROR")  # what went well has a line of our own
    NbGrader.start(app)
    coursedir = CourseDirectory(parent=app)
    if not issubclass(app.exchange.collect, ExchangeCollect):
        raise UsageError("The exchange of this course is no folder, so that it cannot be watched.")
    collect = ExchangeCollect(parent=app)
    course = WatchedCourse(
        app,
        coursedir,
        Path(Exchange(parent=app).root) / coursedir.course_id,
        collect.check_owner,
        collect.before_duedate,
    )
    if not coursedir.course_id or not course.inbound.is_dir():
        raise UsageError(f"There is no {course.inbound}. Run `nbgrader release_assignment` first.")
    return course
