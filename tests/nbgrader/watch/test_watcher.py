"""What the watcher does and says while hand-ins come, fail and wait; what gives feedback is replaced."""

from __future__ import annotations

import time

import pytest

from autograder.nbgrader.watch import retries, watcher
from autograder.nbgrader.watch.steps import collect
from autograder.nbgrader.watch.untrusted import Refused
from autograder.nbgrader.watch.watcher import Watcher

A = "practice"


@pytest.fixture
def said():
    return []


@pytest.fixture
def failing(monkeypatch, classroom):
    """The students at whose hand-ins grading fails; the others have feedback at once."""
    names = set()

    def give_feedback(_course, work, _owner):
        if work.folder:
            collect(classroom.watched, work.folder)
        if work.student in names:
            raise RuntimeError("the kernel is\non fire")
        classroom.release(work.student, work.assignment)
        return 80.0, 110.0

    monkeypatch.setattr(watcher, "give_feedback", give_feedback)
    return names


@pytest.fixture
def clock(monkeypatch):
    """The seconds by which the monotonic clock is set forward."""
    ahead, monotonic = [0.0], time.monotonic
    monkeypatch.setattr(time, "monotonic", lambda: monotonic() + sum(ahead))
    return ahead


@pytest.fixture
def watching(classroom, said, failing):  # noqa: ARG001 - it replaces what gives feedback
    return Watcher(classroom.watched, [A, "other"], pause=300.0, patience=60.0, say=said.append)


def begin(lines):
    """Return the lines without what differs from run to run."""
    return [line.partition(", feedback released")[0].partition("; ")[0] for line in lines]


def test_everybody_has_feedback_and_a_line_in_the_order_of_the_hand_ins(classroom, watching, said):
    for student, minute in (("bob", 1), ("ann", 2), ("eve", 3)):
        classroom.hand_in(student, minute)
    watching.work_off()
    assert begin(said) == [f"{student} {A}: 80 of 110" for student in ("bob", "ann", "eve")]
    assert (watching.given, watching.problems) == (3, 0)


def test_nothing_is_done_or_said_twice(classroom, watching, said):
    classroom.hand_in("ann", 1)
    for _ in range(3):
        watching.work_off()
    assert len(said) == 1


def test_hand_ins_of_one_assignment_follow_each_other_because_its_suite_is_loaded(classroom, watching, said):
    for minute, (student, assignment) in enumerate([("a", A), ("b", "other"), ("c", A), ("d", "other")]):
        classroom.hand_in(student, minute, assignment)
    watching.work_off()
    assert [line.partition(":")[0] for line in said] == ["a practice", "c practice", "b other", "d other"]


def test_a_failure_stops_nobody_and_is_tried_again_later_and_later(classroom, watching, said, failing, clock):
    failing.add("ann")
    classroom.hand_in("ann", 1)
    classroom.hand_in("bob", 2)
    watching.work_off()
    assert said[0] == "ann practice: no feedback: RuntimeError: the kernel is on fire; tried again in 1 min 0 s"
    assert begin(said[1:]) == ["bob practice: 80 of 110"]
    watching.work_off()
    assert len(said) == 2
    clock.append(retries.FIRST_SECONDS)
    watching.work_off()
    assert said[2].endswith("tried again in 2 min 0 s")
    failing.clear()
    clock.append(2 * retries.FIRST_SECONDS)
    watching.work_off()
    assert begin(said[3:]) == ["ann practice: 80 of 110"]
    assert watching.problems == 2


def test_after_a_failure_the_next_hand_in_of_the_student_is_not_made_to_wait(classroom, watching, said, failing):
    failing.add("ann")
    classroom.hand_in("ann", 1)
    watching.work_off()
    failing.clear()
    classroom.hand_in("ann", 2)
    watching.work_off()
    assert begin(said[1:]) == ["ann practice: 80 of 110"]


def test_hand_ins_that_cannot_be_collected_keep_nobody_waiting_and_are_not_tried_without_end(
    classroom, watching, said, monkeypatch
):
    give = watcher.give_feedback

    def refuse_ann(course, work, owner):
        if work.student == "ann":
            raise Refused("it is too large")
        return give(course, work, owner)

    monkeypatch.setattr(watcher, "give_feedback", refuse_ann)
    for minute in range(60):
        classroom.hand_in("ann", minute)
    classroom.hand_in("bob", 59)
    classroom.hand_in("eve", 59)
    watching.work_off()
    tried = [line.partition(":")[0] for line in said]
    assert tried[:3] == ["ann practice", "bob practice", "eve practice"]
    assert tried.count("ann practice") == watcher.MOST_FAILED


def test_a_hand_in_on_its_way_is_named_when_it_does_not_arrive(classroom, watching, said, clock):
    folder = classroom.hand_in("ann", 1)
    (folder / "submission_secret.txt").unlink()
    watching.work_off()
    assert said == []
    clock.append(61)
    for _ in range(2):
        watching.work_off()
    assert said == [f"{folder.name}: left in the exchange: it has no submission_secret.txt yet"]
    (folder / "submission_secret.txt").write_text("a-secret-of-many-characters")
    watching.work_off()
    assert begin(said[1:]) == ["ann practice: 80 of 110"]


def test_a_hand_in_that_has_to_wait_is_named_once(classroom, watching, said):
    classroom.hand_in("ann", 1)
    watching.work_off()
    classroom.hand_in("ann", 2)
    for _ in range(2):
        watching.work_off()
    assert said[1:] == ["ann practice: handed in again; the feedback follows in 5 min 0 s"]


def test_an_exchange_that_is_gone_for_a_while_ends_nothing(classroom, watching, said):
    classroom.hand_in("ann", 1)
    inbound = classroom.watched.inbound
    away = inbound.rename(inbound.with_name("away"))
    for _ in range(2):
        watching.work_off()
    away.rename(inbound)
    watching.work_off()
    assert said[0].startswith("The exchange cannot be read")
    assert begin(said[1:]) == ["ann practice: 80 of 110"]
