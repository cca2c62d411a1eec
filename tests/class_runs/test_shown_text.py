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


STEERING = "\x1b]0;title\x07[red]\u202e"


@pytest.fixture(scope="module")
def named(grade, make_class, tmp_path_factory):
    """A class of folders without the file, whose names and entries steer terminals; one is a link to another place."""
    folder = tmp_path_factory.mktemp("names")
    (folder / "elsewhere" / "private").mkdir(parents=True)
    make_class(folder / "class", {f"a{STEERING}": {f"{STEERING}.txt": ""}, "b\nforged line": {}, "c\u3000d": {}})
    (folder / "class" / "link").symlink_to(folder / "elsewhere")
    return grade(folder / "class", folder / "out", "--assignment", A)


def test_no_name_of_a_folder_or_file_steers_a_terminal(named):
    assert {student for student, _ in named.records} == {f"a{STEERING}", "b\nforged line", "c\u3000d", "link"}
    assert {character for character in named.stdout + named.stderr if not character.isprintable()} == {"\n"}
    assert "a�]0;title�[red]�" in named.stdout
    assert [line for line in named.stdout.splitlines() if line.startswith("forged line")] == []
    assert "c d" in named.stdout


def test_a_message_about_what_was_asked_for_steers_no_terminal(autograder):
    done = autograder("grade", f"nowhere{STEERING}")
    assert (done.returncode, done.stderr) == (
        2, "autograder: nowhere�]0;title�[red]� does not exist. Give the folder or the zip with what students handed in.\n",
    )  # fmt: skip


def test_the_entries_of_a_folder_that_is_a_link_are_not_shown(named):
    message = named.records["link", A]["message"]["en"]
    assert "link is a link that points outside" in message
    assert "private" not in message


def test_a_public_case_is_asked_where_no_hidden_case_was_seen(grade, make_class, tmp_path):
    source = """
SEEN = []

def corr2d(X, K):
    SEEN.append(tuple(X.shape))
    return X

def output_shape(image, kernel):
    raise RuntimeError(f"seen {[shape for shape in SEEN if shape != (3, 3)]}")
"""
    run = grade(make_class(tmp_path / "class", {"a": {f"{A}.py": source}}), tmp_path / "out")
    said = [message["en"] for message in run.messages("a", A, "output_shape")]
    assert "output_shape raised RuntimeError: seen [] (line 9)." in said
    assert [text for text in said if "seen [(" in text] == []
