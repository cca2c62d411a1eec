"""Feedback on what two Unix users hand in, while `autograder watch-exchange` is killed and started again."""

from __future__ import annotations

import contextlib
import json
import signal
import time

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


@pytest.fixture(scope="module")
def told(course):
    """Return what gives the words in which the watcher tells a score."""
    most = course.assignments[A].points + sum(question.points for question in course.assignments[A].written)
    return lambda score: f"{score:g} of {most:g}, feedback released"


def test_a_student_fetches_feedback_on_a_hand_in_and_nobody_else_can(watched, told, full_marks):
    ann, bob = watched.students
    with watched.watching() as process:
        watched.submit(ann, watched.teacher.solved(A))
        wait_for(watched.pages, process)
        (page,) = watched.fetched(ann)
        watched.submit(bob, watched.teacher.released(A))
        wait_for(lambda: len(watched.pages()) == 2, process)
    assert page.owner() == ann.name
    assert len(watched.fetched(bob)) == 1
    for folder in (watched.feedback, watched.feedback.with_name("inbound")):
        assert f"Can't list '{folder}'" in bob.run("compileall", folder).stdout, "nor the names, which are secret"
    assert (watched.total(ann), watched.total(bob)) == (full_marks[A], 0.0)
    assert f"{ann.name} {A}: {told(full_marks[A])}" in process.said


def test_the_last_of_several_hand_ins_has_feedback_when_the_pause_is_over(watched):
    ann = watched.students[0]
    before, earlier = watched.pages(), len(watched.fetched(ann))
    with watched.watching() as process:
        for notebook in (watched.teacher.solved(A), watched.teacher.released(A)):
            watched.submit(ann, notebook)
        time.sleep(2)  # ten looks at the exchange
        assert watched.pages() == before
    assert process.said.count(f"{ann.name} {A}: handed in again") >= 1
    finish(watched)
    assert len(watched.pages() - before) == 1
    assert len(watched.fetched(ann)) == earlier + 1
    assert watched.total(ann) == 0.0


@pytest.mark.parametrize("moment", ["collected", "sanitized", "graded"])
def test_a_hand_in_at_which_the_watcher_was_killed_has_feedback_once_after_the_next_start(
    watched, told, moment, full_marks
):
    bob, right = watched.students[1], moment != "sanitized"
    folders = {step: watched.teacher.home / step / bob.name / A for step in ("submitted", "autograded")}
    before, earlier = watched.pages(), {step: content(folder) for step, folder in folders.items()}
    watched.submit(bob, watched.teacher.solved(A) if right else watched.teacher.released(A))
    process = watched.watch("--wait", "0")
    wait_for(lambda: REACHED[moment](folders, earlier), process)
    process.kill()
    process.communicate()
    graded = content(folders["autograded"])
    assert watched.pages() == before
    assert f"{bob.name} {A}: {told(full_marks[A] if right else 0)}" in finish(watched)
    assert len(watched.pages() - before) == 1
    assert watched.total(bob) == (full_marks[A] if right else 0.0)
    assert (content(folders["autograded"]) == graded) == (moment == "graded"), "it is graded twice, or not at all"
    assert "released" not in finish(watched)


def finish(watched):
    """Do what is left to do, and return what is said."""
    return watched.watch("--once", "--wait", "0").communicate()[0]


def content(folder):
    """Return the time in a folder and its notebook, and when that was written; nothing where it is not whole."""
    path = folder / f"{A}.ipynb"
    try:
        return (folder / "timestamp.txt").read_text(), nbformat.read(path, 4), path.stat().st_mtime_ns
    except (OSError, ValueError, nbformat.ValidationError):
        return None


def is_new(folders, earlier, step):
    return content(folders[step]) not in (None, earlier[step])


def has_outputs(folder):
    found = content(folder)
    return found is not None and any(cell.get("outputs") for cell in found[1].cells)


REACHED = {
    "collected": lambda folders, earlier: is_new(folders, earlier, "submitted"),
    "sanitized": lambda folders, earlier: is_new(folders, earlier, "autograded"),
    "graded": lambda folders, earlier: is_new(folders, earlier, "autograded") and has_outputs(folders["autograded"]),
}


def test_odd_hand_ins_have_a_line_each_and_the_others_have_feedback(watched, told, full_marks):
    ann, bob = watched.students
    before = watched.pages()
    watched.submit(bob, "no notebook at all")
    watched.submit(ann, watched.teacher.solved(A), f"--student={bob.name}")
    watched.submit(ann, watched.teacher.solved(A))
    said = finish(watched)
    assert f"left in the exchange: the folder belongs to {ann.name}, not to {bob.name}" in said
    assert f"{ann.name} {A}: {told(full_marks[A])}" in said
    assert f"{bob.name} {A}: {told(0)}" in said
    assert len(watched.pages() - before) == 2


def test_a_hand_in_that_is_too_large_is_named_and_the_one_before_it_has_feedback(watched, told):
    ann = watched.students[0]
    before = watched.pages()
    watched.submit(ann, watched.teacher.released(A))
    (ann.home / A / "large.bin").write_bytes(bytes(6_000_000))
    watched.submit(ann, watched.teacher.solved(A))
    said = finish(watched)
    assert "it is larger than 5000 kB" in said
    assert f"{ann.name} {A}: {told(0)}" in said
    assert len(watched.pages() - before) == 1


def test_a_second_watcher_says_that_there_is_one(watched):
    with watched.watching() as process:
        time.sleep(0.5)
        wait_for(
            lambda: "Another `autograder watch-exchange` runs in" in watched.watch("--once").communicate()[1], process
        )
