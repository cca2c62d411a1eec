"""One cause is told once for each exercise."""

from __future__ import annotations

from autograder.course.manifest import Exercise
from autograder.course.outcome import Outcome
from autograder.course.text import Text
from autograder.results.model import check_result, exercise_result
from autograder.results.say_once import say_once

LONG = Text("forward 抛出了 NameError: name 'corr' is not defined（第 12 行）。", "forward raised NameError.")


def test_a_message_that_stands_above_is_replaced_by_a_reference_to_it():
    checks = [check_result(title, Text(title, title), 1.0, Outcome.FAILED, LONG) for title in ("first", "second")]
    told = say_once(exercise_result(Exercise("f", 2.0, Text("f", "f")), checks)).checks
    assert told[0].message == LONG
    assert told[1].message == Text("原因同“first”。", "The same cause as in “first”.")


def test_different_and_short_messages_stay():
    messages = [LONG, Text("不对。", "Wrong."), Text("不对。", "Wrong.")]
    checks = [check_result("a", Text("a", "a"), 1.0, Outcome.FAILED, message) for message in messages]
    told = say_once(exercise_result(Exercise("f", 3.0, Text("f", "f")), checks)).checks
    assert [check.message for check in told] == messages
