"""A module of ours that runs what may be a student's code: it cannot fill the memory or the disk of the grader."""

from __future__ import annotations

import pytest

from autograder.course.errors import UsageError
from autograder.course.suite_files import STUDENTS_CODE
from autograder.mistakes import run_public
from autograder.mistakes.public_answers import Answer
from autograder.mistakes.run_public import run_answers
from autograder.sandbox import wrapped
from autograder.sandbox.wrapped import run_module


@pytest.fixture
def run(tmp_path):
    """Run code as a module, with a line as its standard input."""

    def run(code):
        (tmp_path / "one.py").write_text(code)
        return run_module(tmp_path, "one", ["an argument"], b"a line", 60)

    return run


def test_it_has_its_input_and_gives_its_output(run):
    done = run("import sys\nprint(input(), sys.argv[1])\nprint('so', file=sys.stderr)")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"a line an argument\n", b"so\n")


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_flood_of_output_ends_it(run, monkeypatch, stream):
    monkeypatch.setattr(wrapped, "MOST_OUTPUT", 1 << 20)
    done = run(f"import sys\nwhile True:\n    sys.{stream}.write('x' * 4096)")
    assert done.returncode != 0
    assert max(len(done.stdout), len(done.stderr)) <= 1 << 20


def test_it_has_no_more_memory_than_it_may_use(run, monkeypatch):
    monkeypatch.setattr(wrapped, "MOST_MEMORY", 1 << 30)
    done = run("held = bytearray(2 << 30)")
    assert done.returncode == 1
    assert b"MemoryError" in done.stderr


def test_what_a_student_wrote_is_not_run_where_nothing_keeps_it_apart(course, monkeypatch):
    monkeypatch.setattr(run_public, "can_wrap", lambda: False)
    answer = Answer("image_convolution", "edge_image", f"{STUDENTS_CODE}\ndef edge_image():\n    pass")
    with pytest.raises(UsageError, match="install bubblewrap"):
        run_answers(course, [answer])
