"""An assignment may have limits of its own, which hold for its submissions and for no others."""

from __future__ import annotations

import pytest

SUITE = """
from autograder.checks import check, compare


@check(points=100, zh="加", en="Add")
def test_add(student, reference):
    compare(student.call(1, 2), reference.call(1, 2))
"""
SOLUTION = "def {name}(a, b):\n    return a + b\n"
BIG = "def {name}(a, b):\n    return len(bytearray(200 << 20)) - (200 << 20) + a + b\n"
SLOW = "import time\n\n\ndef {name}(a, b):\n    while time.process_time() < 1.5:\n        pass\n    return a + b\n"
ADDING = 'add = { points = 100, title = { zh = "加", en = "Add" } }'
OTHER = """
[assignments.other]
title = { zh = "另", en = "Other" }
limits = { %s }
[assignments.other.exercises]
plus = { points = 100, title = { zh = "加", en = "Plus" } }
"""


@pytest.mark.parametrize(("answer", "limit"), [(BIG, "memory_mb = 64"), (SLOW, "check_seconds = 0.5")])
def test_what_is_too_much_for_one_assignment_is_not_for_another(
    make_adding, make_class, grade, tmp_path, answer, limit
):
    names = {"adding": "add", "other": "plus"}
    files = {f"solutions/{assignment}.py": SOLUTION.format(name=name) for assignment, name in names.items()}
    files |= {f"autograder/suites/{assignment}/test_{name}.py": SUITE for assignment, name in names.items()}
    root = make_adding(ADDING + OTHER % limit, files, check_seconds=4)
    handed_in = {f"{assignment}.py": answer.format(name=name) for assignment, name in names.items()}
    run = grade(
        make_class(tmp_path / "class", {"anna": handed_in}), tmp_path / "results", "--allow-unsandboxed", cwd=root
    )
    assert run.code == 0, run.stderr
    assert {name: run.records["anna", name]["score"] for name in names} == {"adding": 100, "other": 0}
