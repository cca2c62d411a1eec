"""What moved between two runs: whose score, in which check, and why."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from autograder.report.moved import moved_results


@pytest.fixture
def before(class_of):
    return class_of.one("a", 0.5)


@pytest.fixture
def after(before, class_of):
    """Return a better result of the same student, of which these parts are not as they were."""

    def after(seed=None, isolation=None, depends_on=before.depends_on, **parts):
        better = class_of.one("a", 0.9, seed=seed or before.seed, isolation=isolation or before.isolation)
        return replace(better, depends_on=depends_on and replace(depends_on, **parts))

    return after


def why(before, after):
    (moved,) = moved_results([before], [after])
    return moved.why().en


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"submission": "new"}, "the submission changed"),
        ({"suite": "new"}, "the suite, the solution or the points changed"),
        ({"engine": "new"}, "the grader or its libraries changed"),
        ({"seed": "new"}, "the seed changed"),
        ({"isolation": "landlock"}, "the level of isolation changed"),
        ({"submission": "new", "seed": "new"}, "the submission changed; the seed changed"),
    ],
)
def test_the_reason_is_what_changed(before, after, changes, reason):
    assert why(before, after(**changes)) == reason


def test_what_older_graders_did_not_write_down_is_not_known(before, after):
    unknown = "not all is known: older results do not say all that they depend on"
    assert why(before, after(depends_on=None)) == unknown
    assert why(before, after(depends_on=None, seed="new")) == f"the seed changed; {unknown}"


def test_a_result_that_moved_although_nothing_changed_is_said_to_vary(before, after):
    assert "differently from run to run" in why(before, after())


def test_a_failure_of_the_grader_is_a_reason(before, class_of):
    assert why(before, class_of.broken("a")) == "the grader failed in one of the runs"


def test_a_result_that_is_as_it_was_did_not_move(before):
    assert (
        moved_results([before], [replace(before, duration=9.0, depends_on=None, seed="new", fingerprint="new")]) == []
    )


def test_results_of_one_run_only_are_named(before, class_of):
    moved = moved_results([before], [class_of.one("b")])
    assert {one.either.student: one.why().en for one in moved} == {"a": "no result any more", "b": "a new result"}


def test_the_checks_that_ended_otherwise_are_named_and_the_points_add_up(before, after):
    (moved,) = moved_results([before], [after(seed="new")])
    gains = [(new.score if new else 0.0) - (old.score if old else 0.0) for _, old, new in moved.changes()]
    assert gains
    assert 0.0 not in gains
    assert sum(gains) == pytest.approx(moved.difference)


def test_those_who_lost_most_come_first(class_of):
    results = [class_of.one(name, strength) for name, strength in (("a", 0.9), ("b", 0.5), ("c", 0.99))]
    earlier = [class_of.one(name, 0.99) for name in "abc"]
    differences = [one.difference for one in moved_results(earlier, results)]
    assert differences == sorted(differences)
    assert len(differences) == 2
