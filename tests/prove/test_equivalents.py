"""Mutants that are no mistakes are listed one by one, or several statements that wrap an exercise under one reason."""

from __future__ import annotations

import pytest

from autograder.course.errors import UsageError
from autograder.prove.equivalents import load_equivalents

LIST = """
[[f]]
before = "return a + b"
after = "return b + a"
reason = "A sum has no order."

[[f]]
wraps = ["f = keeps_result(f)", "f = wrong_in_turn(f, 2)"]
reason = "It is called once."
"""


def test_each_change_has_the_reason_of_its_entry(tmp_path):
    (tmp_path / "equivalent_mutants.toml").write_text(LIST)
    assert load_equivalents(tmp_path, "f") == {
        ("return a + b", "return b + a"): "A sum has no order.",
        ("", "f = keeps_result(f)"): "It is called once.",
        ("", "f = wrong_in_turn(f, 2)"): "It is called once.",
    }


def test_a_change_that_is_listed_twice_is_refused(tmp_path):
    (tmp_path / "equivalent_mutants.toml").write_text(LIST.replace("wrong_in_turn(f, 2)", "keeps_result(f)"))
    with pytest.raises(UsageError, match="twice, or without a reason"):
        load_equivalents(tmp_path, "f")
