"""Feedback on what two Unix users hand in, while `autograder watch-exchange` is killed and started again."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import time
from pathlib import Path

import nbformat
import pytest

pytestmark = pytest.mark.slow
A = "practice"
SECONDS = 240  # until a test gives up
SETTINGS = "\nc.Exchange.root = {!r}\nc.CourseDirectory.max_dir_size = 5000  # kB\n"


class Watched:
    """A course whose exchange is watched, and the students who hand in."""

    def __init__(self, teacher, students):
        self.teacher, self.students = teacher, students
        self.feedback = teacher.exchange / "convolution" / "feedback"

    def watch(self, *options):
        """Start to watch; what is said goes into a file."""
        words = "autograder", "watch-exchange", "--assignment", A, "--every", "0.2", *options
        return self.teacher.start(*words)

    @contextlib.contextmanager
    def watching(self, *options):
        """Watch until the block ends, then stop it as systemd does."""
        process = self.watch(*options)
        try:
            yield process
            process.terminate()
            said, complained = process.communicate(timeout=60)
        finally:
            process.kill()
        process.said = said
        assert process.returncode == 128 + signal.SIGTERM, complained
        assert "Stopped." in complained

    def submit(self, person, notebook, *options):
        """Hand in as a student does."""
        folder = person.home / A
        if not folder.exists():
            person.run("nbgrader", "fetch_assignment", A, *self.exchange_options)
        (folder / f"{A}.ipynb").write_text(notebook if isinstance(notebook, str) else json.dumps(notebook))
        person.run("nbgrader", "submit", A, *self.exchange_options, *options)

    @property
    def exchange_options(self):
        return f"--Exchange.root={self.teacher.exchange}", "--course=convolution"

    def pages(self):
        """Return the pages that are released."""
        return {path for path in self.feedback.glob("*.html") if not path.name.endswith("-tmp.html")}

    def fetched(self, person):
        """Return the pages that a student can fetch, the earliest first."""
        person.run("nbgrader", "fetch_feedback", A, *self.exchange_options)
        return sorted(person.home.glob(f"{A}/feedback/*/{A}.html"))

    def total(self, person):
        return sum(score or 0.0 for score in self.teacher.gradebook(A)[person.name].values())


def wait_for(condition, process=None):
    """Wait until something is so."""
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end
        assert process is None or process.poll() is None, process.communicate()
        time.sleep(0.01)


@pytest.fixture(scope="module")
def watched(make_course, unix_users):
    if not unix_users:
        pytest.skip("only root can make Unix users for the students")
    teacher = make_course("watched")
    with (teacher.home / "nbgrader_config.py").open("a") as file:
        file.write(SETTINGS.format(str(teacher.exchange)))
    for step in ("generate_assignment", "release_assignment"):
        teacher.nbgrader(step, A)
    return Watched(teacher, unix_users)


def as_user(person, code, *words):
    """Run Python code in the name of a student; return whether it went well."""
    path = person.home / "code.py"
    path.write_text(code)
    path.chmod(0o644)
    with person.start("runpy_code", *words):
        pass


def test_a_student_fetches_feedback_on_a_hand_in_and_nobody_else_can(watched):
    ann, bob = watched.students
    with watched.watching() as process:
        watched.submit(ann, watched.teacher.solved(A))
        wait_for(watched.pages, process)
        (page,) = watched.fetched(ann)
        watched.submit(bob, watched.teacher.released(A))
        wait_for(lambda: len(watched.pages()) == 2, process)
    assert page.owner() == ann.name
    assert len(watched.fetched(bob)) == 1
    assert (watched.total(ann), watched.total(bob)) == (100.0, 0.0)
    assert f"{ann.name} {A}: 100 of 110, feedback released" in process.said
