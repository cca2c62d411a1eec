"""The reference has full marks as a file and as a notebook; the stubs have none, without a single error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.course.load import load_course

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = list(load_course(ROOT).assignments)


@pytest.fixture(scope="module")
def run(grade, make_class, course, to_notebook, tmp_path_factory):
    files = {name: course.solution(name).read_text(encoding="utf-8") for name in course.assignments}
    students = {
        "reference": {f"{name}.py": source for name, source in files.items()},
        "notebook": {f"{name}/{name}.ipynb": to_notebook(source.split("\n\n\n")) for name, source in files.items()},
        "stub": {f"{name}.py": course.stub(name).read_bytes() for name in course.assignments},
    }
    return grade(
        make_class(tmp_path_factory.mktemp("reference") / "class", students), tmp_path_factory.mktemp("results")
    )


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
@pytest.mark.parametrize("student", ["reference", "notebook"])
def test_the_reference_has_full_marks(run, course, student, assignment):
    record = run.records[student, assignment]
    assert record["score"] == record["max_score"] == course.assignments[assignment].points
    assert ("函数名" in record["message"]["zh"]) == (student == "notebook"), (
        "only the notebook was made of nothing we released"
    )


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_check_of_a_stub_is_not_attempted(run, assignment):
    record = run.records["stub", assignment]
    assert (record["status"], record["score"], record["message"]) == ("graded", 0.0, {"zh": "", "en": ""})
    assert {check["status"] for exercise in record["exercises"] for check in exercise["checks"]} == {"not_attempted"}


def test_results_say_how_they_came_about(run):
    record = run.records["reference", "practice"]
    assert record["schema"] == "autograder/result/2"
    assert record["seed"] == "test"
    assert record["isolation"] in ("full", "bubblewrap", "landlock", "process")
    assert set(record) == {
        "schema", "student", "assignment", "status", "message", "score", "max_score", "isolation", "seed", "duration", "exercises", "fingerprint", "depends_on",
    }  # fmt: skip


def test_the_summary_counts_the_class(run, course):
    summary = json.loads((run.out / "summary.json").read_bytes())
    assert summary["results"] == len(run.records) == 3 * len(ASSIGNMENTS)
    assert summary["assignments"]["practice"]["mean"] == pytest.approx(
        course.assignments["practice"].points * 2 / 3, abs=1e-3
    )
    assert summary["assignments"]["practice"]["exercises"]["im2col"]["statuses"] == {"not_attempted": 1, "passed": 2}
