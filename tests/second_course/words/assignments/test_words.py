"""公开测试。 / The public tests."""

import words


def test_count_word():
    """A word that stands twice."""
    assert words.count_word("a rose is a flower", "a") == 2


def test_without_repeats():
    """A number that stands twice."""
    assert words.without_repeats([1, 1, 2]) == [1, 2]
