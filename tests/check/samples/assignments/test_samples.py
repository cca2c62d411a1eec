"""The public tests: run plain `pytest` in the folder of samples.py."""

from check.plain_pytest import exercise_tests

test_exercise = exercise_tests("samples")
