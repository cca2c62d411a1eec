"""The engine that grades for one owner: it stays as long as what it was made from does."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from autograder.course.load import load_course
from autograder.nbgrader import engine
from autograder.nbgrader.engine import close_engine_of, engine_of

A = "practice"
SEED = "seed"


class Owner:
    pass


@pytest.fixture
def closed(monkeypatch):
    """The engines that were closed; none of them starts a process."""
    found = []

    class Engine:
        def __init__(self, *_made_from):
            self.close = lambda: found.append(self)

    monkeypatch.setattr(engine, "Engine", Engine)
    return found


@pytest.fixture
def own_course(course_copy):
    """A copy of the course, to be changed."""
    return load_course(course_copy)


def test_an_owner_has_one_engine_for_all_hand_ins_of_an_assignment(own_course, closed):
    owner, assignment = Owner(), own_course.assignments[A]
    engines = {engine_of(owner, own_course, assignment, SEED) for _ in range(3)}
    assert len(engines) == 1
    assert engine_of(Owner(), own_course, assignment, SEED) not in engines
    assert closed == []


def test_another_engine_takes_its_place_when_the_suite_is_mended(own_course, closed):
    owner, assignment = Owner(), own_course.assignments[A]
    first = engine_of(owner, own_course, assignment, SEED)
    suite = own_course.suites / A / "test_im2col.py"
    suite.write_text(suite.read_text(encoding="utf-8") + "\n# mended\n", encoding="utf-8")
    assert engine_of(owner, own_course, assignment, SEED) is not first
    assert closed == [first]


def test_another_engine_takes_its_place_for_another_assignment_seed_or_limit(own_course, closed):
    owner, assignment = Owner(), own_course.assignments[A]
    limits = replace(own_course.limits, check_seconds=9.0)
    engines = [
        engine_of(owner, own_course, assignment, SEED),
        engine_of(owner, own_course, own_course.assignments["fc_to_conv"], SEED),
        engine_of(owner, own_course, assignment, "another seed"),
        engine_of(owner, replace(own_course, limits=limits), assignment, SEED),
    ]
    assert closed == engines[:-1]
    close_engine_of(owner)
    assert closed == engines
