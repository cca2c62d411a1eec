"""Results show values of public checks only: what is hidden, and so differs from seed to seed, is in none of them."""

from __future__ import annotations

import pytest

from autograder.grading.collect import collect_checks

SEEDS = ("a seed of the course", "another one of it")


@pytest.fixture(scope="module")
def runs(course, grade, tmp_path_factory):
    """The sample class, graded with two seeds."""
    return [grade(course.root / "examples" / "class", tmp_path_factory.mktemp("out"), seed=seed) for seed in SEEDS]


def examples(run):
    """Return the example of each check that has one, by student, assignment, exercise and check."""
    return {
        (*key, exercise["name"], check["name"]): check["example"]
        for key, record in run.records.items()
        for exercise in record["exercises"]
        for check in exercise["checks"]
        if "example" in check
    }


def test_only_public_checks_that_failed_have_an_example(runs, course):
    found = examples(runs[0])
    assignments = list(course.assignments.values())
    with collect_checks(course, assignments, "x") as checks:
        public = {
            (assignment.name, exercise.name, check.name)
            for assignment in assignments
            for exercise in assignment.exercises
            for check in checks.of(assignment, exercise)
            if check.public
        }
    assert found
    assert {key[1:] for key in found} <= public


def test_no_example_depends_on_the_seed(runs):
    assert examples(runs[0]) == examples(runs[1])


def test_an_example_has_the_names_of_the_course(runs):
    labels = {table["label"] for example in examples(runs[0]).values() for table in example["arguments"]}
    assert {"X", "K"} <= labels


def test_a_result_without_a_failed_public_check_says_nothing_of_examples(runs):
    (path,) = (runs[0].out / "王芳").glob("image_convolution.json")
    assert b'"example":' not in path.read_bytes()


def test_no_feedback_page_depends_on_the_seed(runs, autograder, tmp_path):
    """Hidden cases are drawn from it, so a page that shows one would differ."""
    pages = []
    for seed, run in zip(SEEDS, runs, strict=True):
        out = tmp_path / seed
        done = autograder("feedback", run.out, "--out", out)
        assert done.returncode == 0, done.stderr
        pages.append({path.name: path.read_text(encoding="utf-8") for path in out.iterdir()})
    assert pages[0]
    assert pages[0] == pages[1]
    assert not [name for page in pages for name, text in page.items() if any(seed in text for seed in SEEDS)]
