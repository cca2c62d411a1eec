"""A result tells what it depends on in state, so that it can be said which of them changed between two runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import asdict

from autograder.course.load import load_course
from autograder.results.digest import Fingerprints
from autograder.submissions.contents import Contents
from autograder.submissions.handin import Handin

A = "practice"


@pytest.fixture
def state(course_copy):
    """Return a function that gives the parts of a hand-in as the course stands now, and what it was made of."""

    def state(data: bytes = b"x = 1\n", seed: str = "seed", **files: bytes) -> tuple[dict[str, str], str]:
        handin = Handin("a", A, Path(f"{A}.py"), contents=Contents(data, files))
        fingerprints = Fingerprints(load_course(course_copy), seed, "full")
        parts = fingerprints.depends_on(handin)
        return asdict(parts), fingerprints.of(handin.assignment, parts)

    return state


def changed(before: tuple[dict[str, str], str], after: tuple[dict[str, str], str]) -> set[str]:
    """Return the parts that differ; the fingerprint differs with them."""
    found = {name for name, digest in before[0].items() if after[0][name] != digest}
    assert (before[1] != after[1]) == bool(found)
    return found


def test_what_did_not_change_has_the_same_parts(state):
    assert changed(state(), state()) == set()


def test_another_file_of_a_student_changes_the_submission_and_nothing_else(state):
    assert changed(state(), state(b"x = 2\n")) == {"submission"}
    assert changed(state(), state(helper=b"y = 1\n")) == {"submission"}


@pytest.mark.parametrize("name", ["exercises.toml", f"solutions/{A}.py", f"source/{A}/{A}.ipynb"])
def test_another_course_changes_the_suite_and_nothing_else(state, course_copy, name):
    before, path = state(), course_copy / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("check_seconds = 2", "check_seconds = 3") if name.endswith("toml") else text + "\n")
    assert changed(before, state()) == {"suite"}


def test_another_seed_changes_no_part_but_the_fingerprint(state):
    before, after = state(), state(seed="another")
    assert before[0] == after[0]
    assert before[1] != after[1]
