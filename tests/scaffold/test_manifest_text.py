"""A new entry in a manifest leaves every comment and every other line as it was."""

from __future__ import annotations

import tomllib

import pytest

from autograder.course.errors import UsageError
from autograder.scaffold.manifest_text import with_assignment, with_exercise

MANIFEST = """\
# The manifest.
[course]
title = { en = "Numbers" }  # a title

[assignments.sums]
title = { en = "Sums" }

[assignments.sums.exercises]  # in this order
add = { points = 40 }
# The last one:
add_up = { points = 60 }  # the points sum to 100

# What is answered in words:
[assignments.sums.written]
why = { points = 5 }
"""
ENTRY = "subtract = { points = 10 }"


def added(before: str, after: str) -> list[str]:
    """Return the lines that are new, where all others are left as they were."""
    new = [line for line in after.splitlines() if line not in before.splitlines()]
    assert [line for line in after.splitlines() if line not in new] == before.splitlines()
    return new


def test_an_exercise_comes_after_the_last_one_of_its_assignment():
    text = with_exercise(MANIFEST, "sums", "subtract", ENTRY)
    assert added(MANIFEST, text) == [ENTRY]
    assert "100\nsubtract = { points = 10 }\n\n# What is answered" in text
    assert list(tomllib.loads(text)["assignments"]["sums"]["exercises"]) == ["add", "add_up", "subtract"]


@pytest.mark.parametrize(
    "header",
    ["[assignments.sums.exercises]", "[ assignments . sums . exercises ]", '[assignments."sums".exercises] # x'],
)
def test_a_header_is_found_however_it_is_written(header):
    before = MANIFEST.replace("[assignments.sums.exercises]  # in this order", header)
    assert added(before, with_exercise(before, "sums", "subtract", ENTRY)) == [ENTRY]


def test_the_first_exercise_of_an_assignment_has_a_place():
    text = with_assignment(
        MANIFEST, "products", "[assignments.products]\ntitle = {}\n\n[assignments.products.exercises]\n"
    )
    text = with_exercise(text, "products", "multiply", "multiply = { points = 100 }")
    assert tomllib.loads(text)["assignments"]["products"]["exercises"] == {"multiply": {"points": 100}}


def test_exercises_with_tables_of_their_own_get_one_more():
    before = MANIFEST.replace(
        "[assignments.sums.exercises]  # in this order\nadd =", "[assignments.sums.exercises.add]\nentry ="
    )
    before = before.replace("add_up = {", "more = {")
    text = with_exercise(before, "sums", "subtract", ENTRY)
    assert tomllib.loads(text)["assignments"]["sums"]["exercises"]["subtract"] == {"points": 10}


def test_a_manifest_without_a_safe_place_is_left_alone_and_the_entry_is_named():
    inline = "assignments = { sums = { exercises = { add = 1 } } }\n" + MANIFEST.partition("[assignments.sums]")[0]
    with pytest.raises(UsageError, match="no safe place for this entry; write it there yourself: subtract"):
        with_exercise(inline, "sums", "subtract", ENTRY)
