"""A course with an exchange that students hand in to, as folders only: nothing is released or graded in it."""

from __future__ import annotations

import functools

import pytest
from nbgrader.coursedir import CourseDirectory

from autograder.nbgrader.watch.course import WatchedCourse
from autograder.nbgrader.watch.steps import collect
from autograder.nbgrader.watch.todo import Refusal, Work, find_work

A = "practice"
PAUSE = 300.0


class Classroom:
    """A course in a folder of its own, in which nothing is graded."""

    def __init__(self, root, **settings):
        self.root = root
        coursedir = CourseDirectory(root=str(root / "course"), max_dir_size=100, max_file_size=50)
        self.watched = WatchedCourse(None, coursedir, root / "exchange", **{"check_owner": False} | settings)
        (root / "exchange" / "feedback").mkdir(parents=True)

    def hand_in(self, student, minute, assignment=A, random="+Xy_-z123"):
        """Put a hand-in where `nbgrader submit` does, and return its folder."""
        timestamp = f"2026-01-01 10:{minute:02}:00.000000 UTC"
        folder = self.root / "exchange" / "inbound" / f"{student}+{assignment}+{timestamp}{random}"
        folder.mkdir(parents=True)
        (folder / f"{assignment}.ipynb").write_text(f"{student} {minute}")
        (folder / "timestamp.txt").write_text(timestamp)
        (folder / "submission_secret.txt").write_text(f"{student.encode().hex():_<20}{minute}")
        return folder

    def collect_all(self):
        for work in self.work():
            if work.folder:
                collect(self.watched, work.folder)

    def release(self, student, assignment=A):
        """Release feedback on what is collected."""
        secret = (self.submitted(student, assignment) / "submission_secret.txt").read_text()
        page = self.watched.released_page(secret, assignment)
        page.touch()
        return page

    def submitted(self, student, assignment=A):
        return self.root / "course" / "submitted" / student / assignment

    def found(self):
        return list(find_work(self.watched, [A, "other"], PAUSE))

    def work(self):
        return [one for one in self.found() if isinstance(one, Work)]

    def names(self):
        """Return who has work, and the minute of what is to be collected, or None where that is done."""
        return [(work.student, work.folder and work.folder.time.minute) for work in self.work()]

    def refusals(self):
        return {one.folder.path: str(one.reason) for one in self.found() if isinstance(one, Refusal)}


@pytest.fixture
def make_classroom(tmp_path):
    """A function that makes a classroom with other settings of what is watched."""
    return functools.partial(Classroom, tmp_path)


@pytest.fixture
def classroom(make_classroom):
    return make_classroom()
