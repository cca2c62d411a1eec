"""The reference has full marks as a file and as a notebook; the stubs have none, without a single error."""

from __future__ import annotations

import json

import pytest


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


@pytest.mark.parametrize("assignment", ["fc_to_conv", "image_convolution", "practice"])
@pytest.mark.parametrize("student", ["reference", "notebook"])
def test_the_reference_has_full_marks(run, student, assignment):
    record = run.records[student, assignment]
    assert record["score"] == record["max_score"] == 100.0
    assert ("函数名" in record["message"]["zh"]) == (student == "notebook"), (
        "only the notebook was made of nothing we released"
    )


@pytest.mark.parametrize("assignment", ["fc_to_conv", "image_convolution", "practice"])
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


def test_the_summary_counts_the_class(run):
    summary = json.loads((run.out / "summary.json").read_bytes())
    assert summary["results"] == 9
    assert summary["assignments"]["practice"]["mean"] == pytest.approx(200 / 3, abs=1e-3)
    assert summary["assignments"]["practice"]["exercises"]["im2col"]["statuses"] == {"not_attempted": 1, "passed": 2}
