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


def test_the_last_hand_in_of_each_student_is_to_be_collected(classroom):
    for student, minute in (("ann", 1), ("ann", 3), ("ann", 2), ("bob", 1)):
        classroom.hand_in(student, minute)
    classroom.hand_in("bob", 2, "other")
    assert classroom.names() == [("ann", 3), ("bob", 2), ("bob", 1)]  # of bob, first the assignment `other`


def test_what_is_collected_is_to_be_graded_until_its_feedback_is_released(classroom):
    classroom.hand_in("ann", 1)
    classroom.collect_all()
    assert classroom.names() == [("ann", None)]
    classroom.release("ann")
    assert classroom.names() == []


def test_what_is_collected_has_feedback_though_it_left_the_exchange(classroom):
    folder = classroom.hand_in("ann", 1)
    classroom.collect_all()
    shutil.rmtree(folder)
    assert classroom.names() == [("ann", None)]


@pytest.mark.parametrize(("ago", "longest", "shortest"), [(100, 200, 190), (299, 1, 0), (301, 0, 0), (-5, 0, 0)])
def test_the_next_hand_in_waits_until_the_pause_after_the_feedback_is_over(classroom, ago, longest, shortest):
    classroom.hand_in("ann", 1)
    classroom.collect_all()
    age(classroom.release("ann"), ago)
    classroom.hand_in("ann", 2)
    (work,) = classroom.work()
    assert shortest <= work.wait <= longest
    assert work.folder.time.minute == 2


def test_a_hand_in_that_was_never_given_feedback_makes_no_later_one_wait(classroom):
    classroom.hand_in("ann", 1)
    classroom.collect_all()
    classroom.hand_in("ann", 2)
    (work,) = classroom.work()
    assert (work.wait, work.folder.time.minute) == (0.0, 2)


def test_other_students_and_assignments_do_not_wait(classroom):
    classroom.hand_in("ann", 1)
    classroom.collect_all()
    classroom.release("ann")
    classroom.hand_in("ann", 2, "other")
    classroom.hand_in("bob", 2)
    assert [work.wait for work in classroom.work()] == [0.0, 0.0]


@pytest.mark.parametrize("name", ["timestamp.txt", "submission_secret.txt"])
def test_a_hand_in_that_is_still_being_copied_waits_and_an_earlier_one_has_its_turn(classroom, name):
    classroom.hand_in("ann", 1)
    later = classroom.hand_in("ann", 2)
    (later / name).write_text("")
    assert classroom.names() == [("ann", 1)]
    assert classroom.refusals() == {later: f"it has no {name} yet"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda folder: (folder / f"{A}.ipynb").rename(folder / f"{A}.py"), "grades notebooks only"),
        (lambda folder: (folder / "submission_secret.txt").write_text("short"), "is not one that"),
        (lambda folder: (folder / "submission_secret.txt").write_text("x" * 1000 + "\n"), "longer than"),
        (lambda folder: (folder / "timestamp.txt").unlink() or (folder / "timestamp.txt").symlink_to("x"), "timestamp"),
        (lambda folder: (folder / "timestamp.txt").unlink() or os.mkfifo(folder / "timestamp.txt"), "ordinary file"),
        (lambda folder: shutil.rmtree(folder) or folder.symlink_to("/etc"), "it is no folder"),
        (lambda folder: shutil.rmtree(folder) or os.mkfifo(folder), "it is no folder"),
    ],
    ids=["no notebook", "no secret", "a long secret", "a link", "a pipe", "a link to a folder", "a pipe in its place"],
)
def test_an_odd_hand_in_is_refused_with_a_reason_and_an_earlier_one_has_its_turn(classroom, change, reason):
    classroom.hand_in("ann", 1)
    odd = classroom.hand_in("ann", 2)
    change(odd)
    assert classroom.names() == [("ann", 1)]
    assert list(classroom.refusals()) == [odd]
    assert reason in classroom.refusals()[odd]


def test_a_hand_in_in_the_name_of_somebody_else_is_refused(make_classroom):
    classroom = make_classroom(check_owner=True)
    forged = classroom.hand_in("nobody", 1)
    assert classroom.work() == []
    assert "not to nobody" in classroom.refusals()[forged]


def test_thousands_of_hand_ins_that_never_arrive_keep_nobody_waiting(classroom):
    """Only the last few are looked at."""
    for minute in range(60):
        (classroom.hand_in("ann", minute) / "timestamp.txt").unlink()
    classroom.hand_in("bob", 1)
    assert classroom.names() == [("bob", 1)]
    assert len(classroom.refusals()) < 60


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give folders away")
def test_many_hand_ins_in_the_name_of_a_student_do_not_hide_the_students_own(make_classroom, monkeypatch):
    classroom = make_classroom(check_owner=True)
    own = classroom.hand_in("ann", 1)
    number = os.geteuid()
    monkeypatch.setattr(untrusted, "_user", {number: "eve", number + 1: "ann"}.get)
    os.chown(own, number + 1, -1)
    for minute in range(2, 60):
        classroom.hand_in("ann", minute)
    assert classroom.names() == [("ann", 1)]


@pytest.mark.parametrize("name", ["..", ".", ".hidden", "", " ann", "ann\n"])
def test_a_name_that_would_leave_the_folder_of_the_class_is_no_student(classroom, name):
    classroom.hand_in(name, 1)
    assert classroom.found() == []


def test_a_student_may_have_a_name_with_signs_in_it(classroom):
    names = {"ann+bob", "王芳", "a[b]*", "o'neil", "a b"}
    for name in names:
        classroom.hand_in(name, 1)
    classroom.collect_all()
    assert {name for name, _ in classroom.names()} == names
    assert {path.name for path in (classroom.root / "course" / "submitted").iterdir()} == names


@pytest.mark.parametrize(
    "name", ["ann", "ann+practice", "ann+practice+soon", "ann+practice+soon+Xy", "+++", "ann+x+y+z+1"]
)
def test_a_folder_that_nbgrader_did_not_make_is_left_alone(classroom, name):
    classroom.hand_in("bob", 1)
    (classroom.root / "exchange" / "inbound" / name).mkdir()
    assert classroom.names() == [("bob", 1)]


def test_a_student_who_is_excluded_has_no_feedback(classroom):
    classroom.watched.coursedir.student_id_exclude = "ann,eve"
    classroom.hand_in("ann", 1)
    classroom.hand_in("bob", 1)
    assert classroom.names() == [("bob", 1)]


def test_the_time_in_the_name_of_the_folder_counts_and_not_the_one_that_a_student_wrote(classroom):
    folder = classroom.hand_in("ann", 1)
    (folder / "timestamp.txt").write_text("1999-01-01 00:00:00 UTC")
    classroom.collect_all()
    assert classroom.names() == [("ann", None)]
    assert read_time((classroom.submitted("ann") / "timestamp.txt").read_text()).year == 2026


def test_a_later_hand_in_takes_the_place_of_an_earlier_one_whole(classroom):
    earlier = classroom.hand_in("ann", 1)
    (earlier / "old.txt").write_text("old")
    classroom.collect_all()
    classroom.hand_in("ann", 2)
    classroom.collect_all()
    submitted = classroom.submitted("ann")
    assert (submitted / f"{A}.ipynb").read_text() == "ann 2"
    assert sorted(path.name for path in submitted.iterdir()) == [f"{A}.ipynb", "submission_secret.txt", "timestamp.txt"]
    assert [path.name for path in submitted.parent.iterdir()] == [A]


@pytest.mark.parametrize("left", ["copy", "target", "both"])
def test_what_a_killed_run_left_of_collecting_is_collected_anew(classroom, left):
    """It was killed while it copied, while it removed the earlier hand-in, or after that."""
    classroom.hand_in("ann", 1)
    classroom.collect_all()
    submitted = classroom.submitted("ann")
    copy = submitted.with_name(f".{A}.copy")
    if left != "target":
        shutil.copytree(submitted, copy)
        (copy / f"{A}.ipynb").write_text("half")
    if left != "copy":
        (submitted / "timestamp.txt").unlink()
    classroom.hand_in("ann", 2)
    classroom.collect_all()
    assert (submitted / f"{A}.ipynb").read_text() == "ann 2"
    assert not copy.exists()


def test_a_collected_hand_in_has_no_links_and_nothing_that_nbgrader_ignores(classroom):
    secret = classroom.root / "secret.txt"
    secret.write_text("secret")
    folder = classroom.hand_in("ann", 1)
    (folder / "helpers" / "__pycache__").mkdir(parents=True)
    (folder / "helpers" / "mine.py").write_text("mine")
    (folder / "helpers" / "__pycache__" / "x").touch()
    (folder / "link.txt").symlink_to(secret)
    (folder / "course").symlink_to(classroom.root)
    os.mkfifo(folder / "pipe")
    classroom.collect_all()
    submitted = classroom.submitted("ann")
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
def test_a_hand_in_that_is_too_large_is_refused_and_the_earlier_one_stays(classroom, fill, reason):
    classroom.hand_in("ann", 1)
    classroom.collect_all()
    fill(classroom.hand_in("ann", 2))
    (work,) = classroom.work()
    with pytest.raises(Refused, match=reason):
        collect(classroom.watched, work.folder)
    assert (classroom.submitted("ann") / f"{A}.ipynb").read_text() == "ann 1"
    assert [path.name for path in classroom.submitted("ann").parent.iterdir()] == [A]
    (left,) = find_work(classroom.watched, [A], PAUSE, {work.key})
    assert (left.student, left.folder) == ("ann", None)


def test_a_file_that_may_not_be_read_yet_is_waited_for(classroom, monkeypatch):
    classroom.hand_in("ann", 1)
    (work,) = classroom.work()

    def denied(*_words):
        raise PermissionError

    monkeypatch.setattr(untrusted, "read_file", denied)
    with pytest.raises(Unfinished, match="may not be read"):
        collect(classroom.watched, work.folder)


@pytest.mark.parametrize(("minutes", "collected"), [((1, 3), 1), ((1, 2, 3), 2), ((3, 4), 4)])
def test_the_last_before_the_due_date_counts_where_the_course_says_so(make_classroom, monkeypatch, minutes, collected):
    """If all were late, the last of them does."""
    monkeypatch.setenv("PATH", f"{BIN}{os.pathsep}{os.environ['PATH']}")  # for alembic
    classroom = make_classroom(before_duedate=True)
    classroom.root.joinpath("course").mkdir()
    with Gradebook(classroom.watched.coursedir.db_url) as gradebook:
        gradebook.add_assignment(A, duedate="2026-01-01 10:02:30 UTC")
    for minute in minutes:
        classroom.hand_in("ann", minute)
    classroom.hand_in("ann", 3, "other")
    assert classroom.names() == [("ann", 3), ("ann", collected)]
