"""One cause is told once for each exercise."""

from __future__ import annotations

from msgspec.structs import replace

from autograder.course.manifest import Exercise
from autograder.course.outcome import Outcome
from autograder.course.text import Text, join
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


def test_every_check_with_a_cause_refers_to_that_one_and_says_its_own_words_once():
    first = check_result("first", Text("first", "first"), 1.0, Outcome.FAILED, Text("另一句话。", "Another."))
    later = [
        replace(check_result(name, Text(name, name), 1.0, Outcome.FAILED, LONG), cause="first")
        for name in ("second", "third")
    ]
    told = say_once(exercise_result(Exercise("f", 3.0, Text("f", "f")), [first, *later])).checks
    reference = Text("原因同“first”。", "The same cause as in “first”.")
    assert [check.message for check in told] == [first.message, join([LONG, reference]), reference]
    assert [check.cause for check in told] == [None, "first", "first"]
