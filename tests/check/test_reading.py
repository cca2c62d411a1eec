"""Each block of a file with a syntax error is left out, and reading always comes to an end."""

from __future__ import annotations

import json

import pytest

from autograder.check.model import Text
from autograder.check.process.reading import sources
from autograder.check.process.student_file import run
from autograder.check.process.student_text import Unit


def problems(text):
    return list(run(Unit("answer.py", Text("answer.py", "answer.py"), text), {}))


@pytest.mark.parametrize("text", ["a = 1\0", "\n\nx = (\n\0\n", "\0", "def f(:\n\n\ndef g(:\n", ")\n" * 3, "'''\n\n"])
def test_reading_ends_whatever_the_text_is(text):
    assert problems(text)


def test_a_return_outside_of_a_function_is_told_and_the_rest_runs():
    names = {}
    told = list(run(Unit("answer.py", Text("a", "a"), "return 3\nx = 1\n"), names))
    assert "return 不在函数里面" in told[0].explained.zh
    assert names["x"] == 1


@pytest.mark.parametrize(
    "notebook",
    [
        {"cells": [{"cell_type": "code", "source": ["x = 1\n", "y = 2"]}]},
        {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": "x = 1\ny = 2"}]}]},
    ],
)
def test_notebooks_of_a_new_and_of_an_old_format_are_read(tmp_path, notebook):
    path = tmp_path / "answer.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert sources(path) == ["x = 1\ny = 2"]
