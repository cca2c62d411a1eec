"""What a student is told of a statement that was left out: what happened there, and what to do."""

from __future__ import annotations

from autograder.runs.skipped import skipped_statements
from autograder.worker.shared.values import UNFINISHED, Raised

ENDLESS = Raised((), UNFINISHED, "", None, 58)
ABSENT = Raised(("ModuleNotFoundError", "ImportError"), "ModuleNotFoundError", "No module named 'jax'", None, 3)


def said(*notes):
    return list(skipped_statements(notes, 10.0, ["torch", "numpy"]))


def test_a_statement_that_never_ends_is_told_with_its_line_the_limit_and_what_to_do():
    (text,) = said(ENDLESS)
    assert "line 58" in text.en
    assert "had not ended after 10 s" in text.en
    assert "Look for a loop there that never ends" in text.en
    assert "did not run" not in text.en
    assert "10 秒还没有结束" in text.zh
    assert "死循环" in text.zh


def test_a_library_that_is_not_there_is_told_with_those_that_are():
    skipped, libraries = said(ABSENT)
    assert "No module named 'jax'" in skipped.en
    assert libraries.en == "The libraries of this course: torch, numpy."
