"""公开测试。 / The public tests."""

from check.plain_pytest import exercise_tests

test_exercise = exercise_tests("words")
