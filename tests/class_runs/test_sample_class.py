"""The sample class: every student's marks and outcomes, exercise by exercise."""

from __future__ import annotations

import csv

import pytest

pytestmark = pytest.mark.every_core

FC, IMAGE, PRACTICE = "fc_to_conv", "image_convolution", "practice"
POINTS = {
    FC: {
        "fully_connected": 15, "reindex": 20, "fully_connected_by_offset": 15, "translation_invariant": 15,
        "convolutional_layer": 20, "parameter_counts": 15,
    },
    IMAGE: {
        "corr2d": 20, "output_shape": 10, "Conv2D": 20, "edge_image": 5, "edge_kernel": 5, "learn_kernel": 20,
        "receptive_field": 10, "receptive_field_mask": 10,
    },
    PRACTICE: {
        "diagonal_image": 5, "diagonal_edges": 10, "autograd_error": 10, "train_layer": 15, "im2col": 15,
        "kernel_matrix": 15, "corr2d_matmul": 10, "second_derivative_kernel": 5, "integral_kernel": 5,
        "derivative_kernel": 5, "minimum_kernel_width": 5,
    },
}  # fmt: skip
NONE, WRONG = (0, "not_attempted"), (0, "failed")

# What differs from full marks: points and status of the exercise.
EXPECTED = {
    ("王芳", FC): {},
    ("王芳", IMAGE): {},
    ("王芳", PRACTICE): {},
    ("陈静", IMAGE): {},
    ("李雷", FC): dict.fromkeys(POINTS[FC], NONE),
    ("李雷", IMAGE): dict.fromkeys(POINTS[IMAGE], NONE),
    ("李雷", PRACTICE): dict.fromkeys(POINTS[PRACTICE], NONE),
    ("刘洋", IMAGE): dict.fromkeys(POINTS[IMAGE], WRONG),
    ("孙悦", IMAGE): {"corr2d": (18, "partial")},
    ("吴昊", FC): dict.fromkeys(("fully_connected_by_offset", "translation_invariant", "convolutional_layer"), WRONG),
    ("赵敏", FC): {"translation_invariant": WRONG},
    ("tomas-novak", FC): {"translation_invariant": WRONG, "convolutional_layer": NONE},
    ("韩梅梅", IMAGE): {
        "output_shape": (7, "partial"), "Conv2D": (8, "partial"),
        "learn_kernel": NONE, "receptive_field": NONE, "receptive_field_mask": NONE,
    },
    ("张伟", IMAGE): {
        "corr2d": (4, "partial"), "output_shape": (2, "partial"), "Conv2D": (12, "partial"),
        "edge_image": (1, "partial"), "edge_kernel": (1, "partial"), "learn_kernel": (12, "partial"),
        "receptive_field": (3, "partial"), "receptive_field_mask": WRONG,
    },
    ("周杰", IMAGE): {name: WRONG for name in POINTS[IMAGE] if name != "output_shape"},
    ("anna-schmidt", PRACTICE): {
        "diagonal_image": (1, "partial"), "train_layer": (9, "partial"), "kernel_matrix": WRONG,
        "corr2d_matmul": (8, "partial"), "integral_kernel": (1, "partial"), "minimum_kernel_width": (3, "partial"),
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def run(grade, course, tmp_path_factory):
    return grade(course.root / "examples" / "class", tmp_path_factory.mktemp("sample"), seed="sample")


def test_the_run_ends_with_its_table(run):
    assert run.code == 0, run.stderr
    assert "16 results" in run.stdout
    assert "王芳" in run.stdout


def test_every_hand_in_has_its_result_and_there_are_at_least_twelve_students(run):
    assert set(run.records) == set(EXPECTED)
    assert len({student for student, _ in run.records}) >= 12


@pytest.mark.parametrize(("student", "assignment"), EXPECTED)
def test_marks_and_outcomes_are_as_expected(run, student, assignment):
    differing = EXPECTED[student, assignment]
    expected = {name: differing.get(name, (points, "passed")) for name, points in POINTS[assignment].items()}
    record = run.records[student, assignment]
    found = {e["name"]: (e["score"], e["status"]) for e in record["exercises"]}
    assert {name: found[name] for name in expected} == expected
    assert record["score"] == sum(score for score, _ in found.values())


def test_grades_csv_holds_the_same_marks(run):
    with open(run.out / "grades.csv", encoding="utf-8", newline="") as file:
        rows = {(row["student"], row["assignment"]): row for row in csv.DictReader(file)}
    assert {key: float(row["score"]) for key, row in rows.items()} == {k: r["score"] for k, r in run.records.items()}
    assert rows["孙悦", IMAGE]["corr2d"] == "18.0"
    assert rows["孙悦", IMAGE]["im2col"] == ""


def test_messages_name_what_happened(run):
    assert "翻转" not in run.records["张伟", IMAGE]["message"]["zh"]
    assert "笔记本为准" in run.records["tomas-novak", FC]["message"]["zh"]
    assert "GBK" in run.records["周杰", IMAGE]["message"]["zh"]
    assert "第 6 行：括号没有配对" in run.messages("刘洋", IMAGE, "corr2d")[0]["zh"]
    assert "corr2D" in run.messages("周杰", IMAGE, "corr2d")[0]["zh"]
    assert "现成" in "".join(message["zh"] for message in run.messages("孙悦", IMAGE, "corr2d"))
    assert "死循环" in run.messages("赵敏", FC, "translation_invariant")[0]["zh"]
