"""The public tests: run `pytest` beside basics.py."""

from check.plain_pytest import exercise_tests

test_exercise = exercise_tests("basics")
