"""The form grader's pages, served by a real Jupyter server on this machine."""

from __future__ import annotations

import json
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator

import pytest

pytestmark = pytest.mark.slow
A = "practice"


@pytest.fixture(scope="module")
def teacher(make_course):
    teacher = make_course("formgrader")
    teacher.nbgrader("generate_assignment", A)
    teacher.hand_in("right", A, teacher.solved(A))
    teacher.hand_in("later", A, teacher.solved(A))
    teacher.nbgrader("autograde", A, "--student=right")
    return teacher


@pytest.fixture(scope="module")
def ask(teacher, serve) -> Iterator[Callable[..., str]]:
    """Ask the server for a page."""
    with serve(teacher) as server:

        def ask(path: str, data: bytes | None = None) -> str:
            request = urllib.request.Request(
                server.address + urllib.parse.quote(path), data, {"Authorization": f"token {server.token}"}
            )
            with urllib.request.urlopen(request, timeout=200) as answer:
                return answer.read().decode()

        yield ask


def test_the_pages_of_the_form_grader_are_there(ask):
    for page in ("manage_assignments", f"manage_submissions/{A}", f"gradebook/{A}/{A}", "manage_students"):
        assert "<title>nbgrader formgrade</title>" in ask(f"formgrader/{page}")
    (assignment,) = [entry for entry in json.loads(ask("formgrader/api/assignments")) if entry["name"] == A]
    assert assignment["num_submissions"] == 2


def test_a_submission_is_shown_with_its_feedback_and_without_hidden_names(ask, full_marks):
    (entry,) = json.loads(ask(f"formgrader/api/submitted_notebooks/{A}/{A}"))
    page = ask(f"formgrader/submissions/{entry['id']}/")
    assert "autograder-feedback" in page
    assert entry["score"] == full_marks[A]


def test_the_autograde_button_grades_with_the_engine(ask, teacher, full_marks):
    answer = json.loads(ask(f"formgrader/api/submission/{A}/later/autograde", b""))
    assert answer["success"], answer
    assert sum(score or 0.0 for score in teacher.gradebook(A)["later"].values()) == full_marks[A]
