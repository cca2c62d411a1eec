"""What there is to do, as it is found from the folders of a course and of its exchange."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder.nbgrader.watch import untrusted
from autograder.nbgrader.watch.inbound import read_time
from autograder.nbgrader.watch.steps import collect
from autograder.nbgrader.watch.todo import find_work
from autograder.nbgrader.watch.untrusted import MOST_FILES, Refused, Unfinished

BIN = Path(sys.executable).parent
A = "practice"
PAUSE = 300.0


def age(page, seconds):
    """Let a page have been released so long ago."""
    released = page.stat().st_mtime - seconds
    os.utime(page, (released, released))


def test_the_last_hand_in_of_each_student_is_to_be_collected(course):
    for student, minute in (("ann", 1), ("ann", 3), ("ann", 2), ("bob", 1)):
        course.hand_in(student, minute)
    course.hand_in("bob", 2, "other")
    assert course.names() == [("ann", 3), ("bob", 2), ("bob", 1)]  # of bob, first the assignment `other`


def test_what_is_collected_is_to_be_graded_until_its_feedback_is_released(course):
    course.hand_in("ann", 1)
    course.collect_all()
    assert course.names() == [("ann", None)]
    course.release("ann")
    assert course.names() == []


def test_what_is_collected_has_feedback_though_it_left_the_exchange(course):
    folder = course.hand_in("ann", 1)
    course.collect_all()
    shutil.rmtree(folder)
    assert course.names() == [("ann", None)]


@pytest.mark.parametrize(("ago", "longest", "shortest"), [(100, 200, 190), (299, 1, 0), (301, 0, 0), (-5, 0, 0)])
def test_the_next_hand_in_waits_until_the_pause_after_the_feedback_is_over(course, ago, longest, shortest):
    course.hand_in("ann", 1)
    course.collect_all()
    age(course.release("ann"), ago)
    course.hand_in("ann", 2)
    (work,) = course.work()
    assert shortest <= work.wait <= longest
    assert work.folder.time.minute == 2


def test_a_hand_in_that_was_never_given_feedback_makes_no_later_one_wait(course):
    course.hand_in("ann", 1)
    course.collect_all()
    course.hand_in("ann", 2)
    (work,) = course.work()
    assert (work.wait, work.folder.time.minute) == (0.0, 2)


def test_other_students_and_assignments_do_not_wait(course):
    course.hand_in("ann", 1)
    course.collect_all()
    course.release("ann")
    course.hand_in("ann", 2, "other")
    course.hand_in("bob", 2)
    assert [work.wait for work in course.work()] == [0.0, 0.0]


@pytest.mark.parametrize("name", ["timestamp.txt", "submission_secret.txt"])
def test_a_hand_in_that_is_still_being_copied_waits_and_an_earlier_one_has_its_turn(course, name):
    course.hand_in("ann", 1)
    later = course.hand_in("ann", 2)
    (later / name).write_text("")
    assert course.names() == [("ann", 1)]
    assert course.refusals() == {later: f"it has no {name} yet"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda folder: (folder / f"{A}.ipynb").rename(folder / f"{A}.py"), "grades notebooks only"),
        (lambda folder: (folder / "submission_secret.txt").write_text("short"), "is not one that"),
        (lambda folder: (folder / "timestamp.txt").unlink() or (folder / "timestamp.txt").symlink_to("x"), "timestamp"),
        (lambda folder: (folder / "timestamp.txt").unlink() or os.mkfifo(folder / "timestamp.txt"), "ordinary file"),
        (lambda folder: shutil.rmtree(folder) or folder.symlink_to("/etc"), "it is no folder"),
        (lambda folder: shutil.rmtree(folder) or os.mkfifo(folder), "it is no folder"),
    ],
    ids=["no notebook", "no secret", "a link", "a pipe", "a link to a folder", "a pipe in its place"],
)
def test_an_odd_hand_in_is_refused_with_a_reason_and_an_earlier_one_has_its_turn(course, change, reason):
    course.hand_in("ann", 1)
    odd = course.hand_in("ann", 2)
    change(odd)
    assert course.names() == [("ann", 1)]
    assert list(course.refusals()) == [odd]
    assert reason in course.refusals()[odd]


def test_a_hand_in_in_the_name_of_somebody_else_is_refused(make_watched):
    course = make_watched(check_owner=True)
    forged = course.hand_in("nobody", 1)
    assert course.work() == []
    assert "not to nobody" in course.refusals()[forged]


@pytest.mark.parametrize("name", ["..", ".", ".hidden", "", " ann", "ann\n"])
def test_a_name_that_would_leave_the_folder_of_the_class_is_no_student(course, name):
    course.hand_in(name, 1)
    assert course.found() == []


def test_a_student_may_have_a_name_with_signs_in_it(course):
    names = {"ann+bob", "王芳", "a[b]*", "o'neil", "a b"}
    for name in names:
        course.hand_in(name, 1)
    course.collect_all()
    assert {name for name, _ in course.names()} == names
    assert {path.name for path in (course.root / "course" / "submitted").iterdir()} == names


@pytest.mark.parametrize(
    "name", ["ann", "ann+practice", "ann+practice+soon", "ann+practice+soon+Xy", "+++", "ann+x+y+z+1"]
)
def test_a_folder_that_nbgrader_did_not_make_is_left_alone(course, name):
    course.hand_in("bob", 1)
    (course.root / "exchange" / "inbound" / name).mkdir()
    assert course.names() == [("bob", 1)]


def test_a_student_who_is_excluded_has_no_feedback(course):
    course.watched.coursedir.student_id_exclude = "ann,eve"
    course.hand_in("ann", 1)
    course.hand_in("bob", 1)
    assert course.names() == [("bob", 1)]


def test_the_time_in_the_name_of_the_folder_counts_and_not_the_one_that_a_student_wrote(course):
    folder = course.hand_in("ann", 1)
    (folder / "timestamp.txt").write_text("1999-01-01 00:00:00 UTC")
    course.collect_all()
    assert course.names() == [("ann", None)]
    assert read_time((course.submitted("ann") / "timestamp.txt").read_text()).year == 2026


def test_a_later_hand_in_takes_the_place_of_an_earlier_one_whole(course):
    earlier = course.hand_in("ann", 1)
    (earlier / "old.txt").write_text("old")
    course.collect_all()
    course.hand_in("ann", 2)
    course.collect_all()
    submitted = course.submitted("ann")
    assert (submitted / f"{A}.ipynb").read_text() == "ann 2"
    assert sorted(path.name for path in submitted.iterdir()) == [f"{A}.ipynb", "submission_secret.txt", "timestamp.txt"]
    assert [path.name for path in submitted.parent.iterdir()] == [A]


@pytest.mark.parametrize("left", ["copy", "target", "both"])
def test_what_a_killed_run_left_of_collecting_is_collected_anew(course, left):
    """It was killed while it copied, while it removed the earlier hand-in, or after that."""
    course.hand_in("ann", 1)
    course.collect_all()
    submitted = course.submitted("ann")
    copy = submitted.with_name(f".{A}.copy")
    if left != "target":
        shutil.copytree(submitted, copy)
        (copy / f"{A}.ipynb").write_text("half")
    if left != "copy":
        (submitted / "timestamp.txt").unlink()
    course.hand_in("ann", 2)
    course.collect_all()
    assert (submitted / f"{A}.ipynb").read_text() == "ann 2"
    assert not copy.exists()


def test_a_collected_hand_in_has_no_links_and_nothing_that_nbgrader_ignores(course):
    secret = course.root / "secret.txt"
    secret.write_text("secret")
    folder = course.hand_in("ann", 1)
    (folder / "helpers" / "__pycache__").mkdir(parents=True)
    (folder / "helpers" / "mine.py").write_text("mine")
    (folder / "helpers" / "__pycache__" / "x").touch()
    (folder / "link.txt").symlink_to(secret)
    (folder / "course").symlink_to(course.root)
    os.mkfifo(folder / "pipe")
    course.collect_all()
    submitted = course.submitted("ann")
    files = {str(path.relative_to(submitted)) for path in submitted.rglob("*") if path.is_file()}
    assert files == {f"{A}.ipynb", "submission_secret.txt", "timestamp.txt", "helpers/mine.py"}


@pytest.mark.parametrize(
    ("fill", "reason"),
    [
        (lambda folder: [(folder / f"{n}.bin").write_bytes(bytes(40_000)) for n in range(3)], "larger than 100 kB"),
        (lambda folder: [(folder / str(n)).touch() for n in range(MOST_FILES)], "more than"),
    ],
    ids=["bytes", "files"],
)
def test_a_hand_in_that_is_too_large_is_refused_and_the_earlier_one_stays(course, fill, reason):
    course.hand_in("ann", 1)
    course.collect_all()
    fill(course.hand_in("ann", 2))
    (work,) = course.work()
    with pytest.raises(Refused, match=reason):
        collect(course.watched, work.folder)
    assert (course.submitted("ann") / f"{A}.ipynb").read_text() == "ann 1"
    assert [path.name for path in course.submitted("ann").parent.iterdir()] == [A]
    (left,) = find_work(course.watched, [A], PAUSE, {work.key})
    assert (left.student, left.folder) == ("ann", None)


def test_a_file_that_may_not_be_read_yet_is_waited_for(course, monkeypatch):
    course.hand_in("ann", 1)
    (work,) = course.work()

    def denied(*_words):
        raise PermissionError

    monkeypatch.setattr(untrusted, "read_file", denied)
    with pytest.raises(Unfinished, match="may not be read"):
        collect(course.watched, work.folder)


@pytest.mark.parametrize(("minutes", "collected"), [((1, 3), 1), ((1, 2, 3), 2), ((3, 4), 4)])
def test_the_last_before_the_due_date_counts_where_the_course_says_so(make_watched, monkeypatch, minutes, collected):
    """If all were late, the last of them does."""
    monkeypatch.setenv("PATH", f"{BIN}{os.pathsep}{os.environ['PATH']}")  # for alembic
    course = make_watched(before_duedate=True)
    course.root.joinpath("course").mkdir()
    with Gradebook(course.watched.coursedir.db_url) as gradebook:
        gradebook.add_assignment(A, duedate="2026-01-01 10:02:30 UTC")
    for minute in minutes:
        course.hand_in("ann", minute)
    course.hand_in("ann", 3, "other")
    assert course.names() == [("ann", 3), ("ann", collected)]
