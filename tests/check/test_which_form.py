"""Of a file and a notebook with the same work, the one with answers is checked, or else the one saved last."""

from __future__ import annotations

import json
import os

import pytest

STUB = "def corr2d(X, K):\n    pass\n\n\nclass Conv2D:\n    def forward(self, x):\n        pass\n"
ANSWER = STUB.replace("pass", "return X", 1)


def notebook(*cells):
    return json.dumps({"cells": [{"cell_type": "code", "source": cell} for cell in cells]})


@pytest.fixture
def found(tmp_path):
    """Save a file and then a notebook; return which of them is checked, and what is told of the choice."""
    from check.targets import find

    def found(file, book, *given):
        for number, (suffix, text) in enumerate({"py": file, "ipynb": book}.items()):
            path = tmp_path / f"image_convolution.{suffix}"
            path.write_text(text, encoding="utf-8")
            os.utime(path, (1000 + number, 1000 + number))
        target = next(one for one in find(given, tmp_path) if one.assignment == "image_convolution")
        return target.file.suffix, target.note and target.note.en

    return found


@pytest.mark.parametrize("given", [[], ["corr2d"], ["image_convolution"]])
def test_an_untouched_notebook_does_not_win_over_an_older_answer(found, given):
    assert found(ANSWER, notebook(STUB), *given) == (".py", None)


def test_a_class_with_a_method_is_an_answer(found):
    assert found(STUB.replace("        pass", "        return x"), notebook(STUB))[0] == ".py"


@pytest.mark.parametrize("text", ["def corr2d(X, K)\n    pass\n", STUB.replace("(X", "（X")])
def test_text_with_a_syntax_error_has_been_worked_on(found, text):
    assert found(text, notebook(STUB))[0] == ".py"


def test_of_two_answers_the_newer_is_checked_and_told(found):
    suffix, note = found(ANSWER, notebook(ANSWER))
    assert suffix == ".ipynb"
    assert note == (
        "There are answers in image_convolution.py as well; checked is image_convolution.ipynb, which was saved last."
    )


def test_of_two_untouched_forms_the_newer_is_checked(found):
    assert found(STUB, notebook(STUB)) == (".ipynb", None)


def test_an_empty_file_is_no_answer(found):
    assert found("", notebook(STUB))[0] == ".ipynb"


def test_the_released_stubs_are_no_answers(course):
    from check.answered import is_answered

    for name, assignment in course.assignments.items():
        names = [exercise.name for exercise in assignment.exercises]
        assert not is_answered(course.check.parent / f"{name}.py", names)
        assert is_answered(course.solution(name), names)
