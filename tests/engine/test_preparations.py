"""What runs before a submission is loaded runs once for all of them, in a parent that no submission can reach."""

from __future__ import annotations

import os
import signal

import psutil
import pytest

from autograder.engine import isolation
from autograder.engine.prepared import MOST_PREPARED
from autograder.engine.session import Session
from autograder.engine.zygote import Zygote
from autograder.errors import GraderError
from autograder.submission.read import Submission

SPOILS = "def corr2d(X, K):\n    return X\n"


def prepare(number):
    """Return a list that every worker gets a copy of."""
    import os

    return [number, os.getpid()]


def fail():
    raise RuntimeError("on purpose")


def look(_module, prepared):
    """Probe: return what was prepared, and spoil it for whoever would share it."""
    return list(prepared), prepared.append("spoiled")


@pytest.fixture(scope="module")
def zygote(course):
    zygote = Zygote(course.limits, isolation.strongest())
    yield zygote
    zygote.close()


@pytest.fixture
def ask(course, zygote):
    """Ask a new submission about what is prepared for it."""

    def ask(number):
        session = Session(zygote, Submission("s", "practice", False, (SPOILS,), {}, ()), {}, course.limits)
        session.begin_check("corr2d")
        try:
            return session.ask_probe("corr2d", look, (), before=(prepare, (number,)))[0]
        finally:
            session.close()

    return ask


def below(zygote):
    """Return the processes under the warm parent."""
    return psutil.Process(zygote._process.pid).children(recursive=True)


def test_it_runs_once_and_no_submission_sees_another(ask):
    assert ask(1) == ask(1)
    assert ask(1)[0] == 1


def test_each_has_a_parent_of_its_own_and_few_are_kept(ask, zygote):
    before = len(below(zygote))
    numbers = range(10, 10 + 2 * MOST_PREPARED)
    assert [ask(number)[0] for number in numbers] == list(numbers)
    assert len(below(zygote)) <= before + MOST_PREPARED


def test_one_that_is_killed_is_made_again(ask, zygote):
    first = ask(1)
    for process in below(zygote):
        if process.cmdline()[:1] != ["bwrap"]:
            os.kill(process.pid, signal.SIGKILL)
    assert ask(1)[0] == first[0]


def test_it_is_made_again_from_a_warm_parent_that_has_settled(ask, zygote):
    before = ask(1)
    zygote.settle()
    assert ask(1) != before
    assert ask(1)[0] == 1


def test_one_that_fails_is_a_fault_of_the_grader(course, zygote):
    session = Session(zygote, Submission("s", "practice", False, (SPOILS,), {}, ()), {}, course.limits)
    session.begin_check("corr2d")
    with pytest.raises(GraderError, match="The preparation `fail` failed: RuntimeError: on purpose"):
        session.ask_probe("corr2d", look, (), before=(fail, ()))


def test_a_warm_parent_that_is_killed_before_it_settles_is_replaced(course):
    zygote = Zygote(course.limits, isolation.strongest())
    zygote.wait_until_ready()
    zygote._process.kill()
    zygote.settle()
    session = Session(zygote, Submission("s", "practice", False, (SPOILS,), {}, ()), {}, course.limits)
    session.load()
    assert session.names == {"corr2d": "callable"}
    session.close()
    zygote.close()
