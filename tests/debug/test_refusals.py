"""What `autograder try` cannot do, it says in a line; and what a student wrote it runs in the sandbox only."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from autograder.__main__ import app
from autograder.course.errors import UsageError
from autograder.sandbox import levels

WRITES = "from pathlib import Path\n\nPath({path!r}).write_text('it ran here')\n\ndef add(a, b):\n    return a + b\n"


@pytest.fixture
def refusal(adding, monkeypatch):
    """Return what `autograder try` says when it refuses."""
    monkeypatch.chdir(adding)

    def refusal(*words):
        error = CliRunner().invoke(app, ["try", *map(str, words)]).exception
        assert isinstance(error, UsageError)
        return str(error)

    return refusal


@pytest.fixture
def answer(tmp_path):
    """Return a file with an answer that writes another file when it runs in a place where it can."""
    path = tmp_path / "王芳" / "other.py"
    path.parent.mkdir()
    path.write_text(WRITES.format(path=str(tmp_path / "written")), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["addd"], "There is no exercise 'addd'. Did you mean add?"),
        (["unlike"], "There is no exercise 'unlike'. There are: add."),
        (["add", "--answer", "multiplie"], "There is no answer to add 'multiplie'. Did you mean multiplies?"),
        (["add", "missing.py"], "missing.py is not there. Give a .py file or a notebook"),
        (["add", "exercises.toml"], "exercises.toml is no .py file and no notebook."),
        (["add", "--answer", "sums", "--reference"], "Give one of FILE, --answer and --reference."),
        (["add", "--here"], "--here goes with a FILE, and not with --sandboxed."),
        (["add", "solutions/adding.py", "--here", "--sandboxed"], "--here goes with a FILE"),
    ],
)
def test_a_refusal_is_one_line(refusal, words, said):
    line = refusal(*words)
    assert line.startswith(said)
    assert "\n" not in line


def test_an_unknown_check_has_its_nearest_name(adding, try_in):
    done = try_in(adding, "-k", "hiden")
    assert done.returncode == 2
    assert "There is no check 'hiden'. Did you mean hidden?" in done.stderr


def test_a_file_that_is_not_the_courses_own_runs_in_the_sandbox(adding, try_in, answer, tmp_path):
    done = try_in(adding, answer, "--pdb")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "other.py runs in a worker" in done.stdout
    assert not (tmp_path / "written").exists()


@pytest.mark.slow
def test_a_file_runs_in_this_process_for_whoever_says_so(adding, try_in, answer, tmp_path):
    done = try_in(adding, answer, "--here")
    assert "other.py runs in this process, without the sandbox." in done.stdout
    assert (tmp_path / "written").exists()


def test_a_file_with_the_name_of_an_assignment_never_runs_in_this_process(refusal, answer, tmp_path):
    handed_in = answer.rename(answer.with_name("adding.py"))
    assert "may be what a student handed in" in refusal("add", handed_in, "--here")
    assert not (tmp_path / "written").exists()


def test_without_a_sandbox_a_file_that_is_not_the_courses_own_is_refused(refusal, answer, tmp_path, monkeypatch):
    monkeypatch.setattr(levels, "works", lambda level: level.name == levels.UNSANDBOXED)
    levels._strongest.cache_clear()
    try:
        assert "this machine has no sandbox for it" in refusal("add", answer)
    finally:
        levels._strongest.cache_clear()
    assert not (tmp_path / "written").exists()


@pytest.mark.slow
@pytest.mark.parametrize("words", [["--answer", "linked"], ["autograder/suites/right/add/linked.py"]])
def test_a_link_among_the_right_answers_is_not_the_courses_own(own_adding, try_in, answer, tmp_path, words):
    (own_adding / "autograder" / "suites" / "right" / "add" / "linked.py").symlink_to(answer)
    assert "runs in a worker" in try_in(own_adding, *words).stdout
    assert not (tmp_path / "written").exists()


@pytest.mark.parametrize("file", ["solutions/adding.py", "autograder/suites/right/add/sums.py"])
def test_a_solution_or_a_known_answer_may_be_given_as_a_file(adding, try_in, file):
    done = try_in(adding, file)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "runs in this process, without the sandbox" in done.stdout
