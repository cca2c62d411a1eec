"""A text a submission makes up is shown cut, and without what could steer a terminal."""

from __future__ import annotations

import pytest

A = "image_convolution"
ESCAPE = r"\x1b[2J[red]<script>"
SUBMISSIONS = {
    "kind": f"corr2d = type('{ESCAPE}' * 400, (), {{}})()\n",
    "name": f"globals()['corr2d{ESCAPE}' * 400] = print\n",
    "error": f"raise type('{ESCAPE}' * 400, (ValueError,), {{}})('{ESCAPE}' * 400)\n",
    "call": f"def corr2d(X, K):\n    raise type('{ESCAPE}' * 400, (ValueError,), {{}})('{ESCAPE}' * 400)\n",
}


@pytest.fixture(scope="module")
def run(grade, make_class, tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    students = {name: {f"{A}.py": source} for name, source in SUBMISSIONS.items()}
    return grade(make_class(folder / "class", students), folder / "out")


@pytest.mark.parametrize("student", SUBMISSIONS)
def test_no_text_of_a_submission_steers_a_terminal_or_fills_the_result(run, student):
    record = run.records[student, A]
    checks = [check for exercise in record["exercises"] for check in exercise["checks"]]
    said = [text for message in (record, *checks) for text in message["message"].values()]
    assert "\x1b" not in "".join(said) + run.stdout + run.stderr
    assert max(map(len, said)) < 3000
    assert any("script" in text for text in said) == (student != "name")


def test_no_message_names_the_folder_that_was_made_for_a_worker(grade, make_class, tmp_path):
    files = {f"{A}.py": "from helper import window\n", "helper.py": "x = 1\n"}
    record = grade(make_class(tmp_path / "class", {"a": files}), tmp_path / "out").records["a", A]
    assert "cannot import name 'window' from 'helper' (helper.py)" in record["message"]["en"]
