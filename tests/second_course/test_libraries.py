"""What a course does not name is imported in no process: neither where the suites run nor where student code runs.

A process inherits what the one that it is forked from has imported: a shard what the parent of the shards has, and a
worker what its fork server and the first process of the sandbox have.
"""

from __future__ import annotations

import json

import pytest

LIBRARIES = {"torch", "numpy", "pandas", "matplotlib"}  # none of which an engine or a plain course needs to grade
SUITE = """
import json
import sys
from pathlib import Path

from autograder.checks import check, compare


def imported(_module):
    import sys
    return sorted(sys.modules)


@check(points=100, zh="加", en="Add")
def test_add(student, reference):
    compare(student.call(1, 2), reference.call(1, 2))
    seen = {"worker": student.run(imported), "shard": sorted(sys.modules)}
    Path(__file__).with_name("seen.json").write_text(json.dumps(seen))
"""
SOLUTION = "def add(a, b):\n    return a + b\n"


@pytest.fixture
def seen_with(make_adding, make_class, grade, tmp_path):
    """Return what grades a class of one in a course with these libraries, and gives what is imported in each process."""

    def seen_with(libraries: str, answer: str = SOLUTION) -> dict[str, set[str]]:
        files = {"solutions/adding.py": SOLUTION, "autograder/suites/adding/test_add.py": SUITE}
        root = make_adding('add = { points = 100, title = { zh = "加", en = "Add" } }', files)
        manifest = root / "exercises.toml"
        named = f"libraries = {libraries}\n[limits]"
        manifest.write_text(manifest.read_text(encoding="utf-8").replace("[limits]", named), encoding="utf-8")
        folder = make_class(tmp_path / "class", {"anna": {"adding.py": answer}})
        run = grade(folder, tmp_path / "results", "--allow-unsandboxed", cwd=root)
        assert run.code == 0, run.stderr
        assert run.records["anna", "adding"]["score"] == 100
        seen = json.loads((root / "autograder" / "suites" / "adding" / "seen.json").read_text())
        return {process: {name.partition(".")[0] for name in names} & LIBRARIES for process, names in seen.items()}

    return seen_with


def test_a_course_without_libraries_imports_none_in_any_process(seen_with):
    assert seen_with("[]") == {"worker": set(), "shard": set()}


def test_a_submission_that_has_the_words_of_a_library_brings_in_none(seen_with):
    answer = f"# optim, compile\n{SOLUTION}"
    assert seen_with("[]", answer) == {"worker": set(), "shard": set()}


def test_the_libraries_of_a_course_are_there_in_each_process_and_no_others(seen_with):
    assert seen_with('["numpy"]') == {"worker": {"numpy"}, "shard": {"numpy"}}


def test_a_library_that_is_not_installed_is_named_in_one_line(make_adding, make_class, grade, tmp_path):
    files = {"solutions/adding.py": SOLUTION, "autograder/suites/adding/test_add.py": SUITE}
    root = make_adding('add = { points = 100, title = { zh = "加", en = "Add" } }', files)
    manifest = root / "exercises.toml"
    named = 'libraries = ["no_such_library"]\n[limits]'
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("[limits]", named), encoding="utf-8")
    folder = make_class(tmp_path / "class", {"anna": {"adding.py": SOLUTION}})
    run = grade(folder, tmp_path / "results", "--allow-unsandboxed", cwd=root)
    assert run.code == 2
    last = run.stderr.strip().splitlines()[-1]
    assert last.startswith("autograder: course.libraries has no_such_library, which is not installed.")
