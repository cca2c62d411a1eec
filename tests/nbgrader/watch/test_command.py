"""`autograder watch-exchange` where there is nothing to watch: one line that says what to do, and exit code 2."""

from __future__ import annotations

import shutil

import pytest

CONFIG = "nbgrader_config.py"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--assignment", "pratice"], "There is no assignment 'pratice'. There are: fc_to_conv, image_convolution"),
        ([], f"has no {CONFIG}. Run this in an nbgrader course."),
    ],
)
def test_a_course_without_nbgrader_and_a_wrong_name_are_told(autograder, course_copy, words, said):
    run = autograder("watch-exchange", "--once", *words, cwd=course_copy)
    assert (run.returncode, run.stdout) == (2, "")
    assert said in run.stderr


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("c.Exchange.root = {root!r}", "Run `nbgrader release_assignment` first."),
        (
            "c.ExchangeFactory.collect = 'nbgrader.exchange.abc.ExchangeCollect'",
            "The exchange of this course is no folder",
        ),
    ],
)
def test_an_exchange_that_is_not_there_or_no_folder_is_told(autograder, course, course_copy, setting, said):
    shutil.copy(course.root / CONFIG, course_copy)
    with (course_copy / CONFIG).open("a") as file:
        file.write("\n" + setting.format(root=str(course_copy)) + "\n")
    run = autograder("watch-exchange", "--once", cwd=course_copy)
    assert (run.returncode, run.stdout) == (2, "")
    assert said in run.stderr
