"""文字与列表。 / Words and lists."""

from __future__ import annotations


def count_word(text: str, word: str) -> int:
    """数出一个单词在一段文字里出现的次数。 / Count how often a word stands in a text."""
    ### BEGIN SOLUTION
    return text.split().count(word)
    ### END SOLUTION


def without_repeats(items: list[int]) -> list[int]:
    """每个数只留第一次出现的。 / Keep each number where it stands first."""
    ### BEGIN SOLUTION
    return list(dict.fromkeys(items))
    ### END SOLUTION
