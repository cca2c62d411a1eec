"""A probe that uses what a worker does not have is refused when its suite is read, with its place."""

from __future__ import annotations

import re

import pytest

from autograder.course.errors import GraderError
from autograder.course.load import load_course
from autograder.grading.collect import collect_checks

EXERCISE = """add = { points = 100, title = { zh = "加", en = "Add" } }"""
SUITE = """
import math
import torch
from autograder.checks import check, compare

LIMIT = 3

{code}

@check(points=100, zh="一", en="one")
def test_one(student, reference):
    student.run(probe{more})
"""
RIGHT = (
    "def probe(module):\n    import math\n    return [module.add(math.floor(x), 1) for x in (1.5, 2)]",
    "def probe(module, limit=3):\n    def inner(x):\n        return x + limit\n    return inner(len('ab'))",
)
WRONG = {
    "LIMIT": ("def probe(module):\n    return [x for x in range(LIMIT)]", ""),
    "math": ("def probe(module):\n    return lambda: math.pi", ""),
    "torch": ("def probe(module):\n    return torch.ones(2)", ""),
    "helper": ("def helper():\n    pass\n\ndef probe(module):\n    return helper()", ""),
    "probe": ("def probe(module, n=2):\n    return probe(module, n - 1) if n else 0", ""),
    "DEFAULT": ("DEFAULT = 1\n\ndef probe(module, n=DEFAULT):\n    return n", ""),
    "BEFORE": (
        "BEFORE = 1\n\ndef first():\n    return BEFORE\n\ndef probe(module, done):\n    return 1",
        ", setup=(first, ())",
    ),
}


@pytest.fixture
def read(make_adding):
    """Read a suite with this code."""

    def read(code, more=""):
        suite = SUITE.replace("{code}", code).replace("{more}", more)
        root = make_adding(EXERCISE, {"autograder/suites/adding/test_add.py": suite})
        course = load_course(root)
        with collect_checks(course, list(course.assignments.values()), "seed"):
            return suite

    return read


@pytest.mark.parametrize("code", RIGHT)
def test_what_a_probe_has_itself_is_no_matter(read, code):
    read(code)


@pytest.mark.parametrize("name", WRONG)
def test_a_name_of_the_file_is_refused_with_its_line(read, name):
    code, more = WRONG[name]
    with pytest.raises(GraderError) as told:
        read(code, more)
    assert f"uses {name}, which is not there" in str(told.value)
    assert re.search(r"adding/test_add.py, line \d+: the probe \w+ uses", str(told.value))


def test_the_line_is_that_of_the_name(read):
    with pytest.raises(GraderError) as told:
        read("def probe(module):\n    first = 1\n    return first + LIMIT")
    assert "line 10:" in str(told.value)


def test_libraries_of_the_course_are_there(make_adding):
    code = "def probe(module):\n    return np.ones(2)"
    root = make_adding(
        EXERCISE, {"autograder/suites/adding/test_add.py": SUITE.replace("{code}", code).replace("{more}", "")}
    )
    manifest = root / "exercises.toml"
    manifest.write_text(manifest.read_text().replace("[limits]", 'libraries = ["numpy"]\n[limits]'))
    course = load_course(root)
    with collect_checks(course, list(course.assignments.values()), "seed") as checks:
        assert checks.course is course
