"""A setup runs once for all submissions, in a template that no submission can reach."""

from __future__ import annotations

import os
import signal

import psutil
import pytest

from autograder.course.errors import GraderError
from autograder.sandbox import levels
from autograder.submissions.read import Submission
from autograder.workers.fork_server import ForkServer
from autograder.workers.session import Session
from autograder.workers.templates import MOST_TEMPLATES

SPOILS = "def corr2d(X, K):\n    return X\n"


def set_up(number):
    """Return a list that every worker gets a copy of."""
    import os

    return [number, os.getpid()]


def fail():
    raise RuntimeError("on purpose")


def look(_module, result):
    """Probe: return what the setup returned, and spoil it for whoever would share it."""
    return list(result), result.append("spoiled")


@pytest.fixture(scope="module")
def fork_server(course):
    fork_server = ForkServer(course, levels.strongest())
    yield fork_server
    fork_server.close()


@pytest.fixture
def ask(course, fork_server):
    """Ask a new submission what the setup returned."""

    def ask(number):
        session = Session(fork_server, Submission("s", "practice", False, (SPOILS,), {}, ()), {}, course.limits)
        session.begin_check("corr2d")
        try:
            return session.ask_probe("corr2d", look, (), setup=(set_up, (number,)))[0]
        finally:
            session.close()

    return ask


def below(fork_server):
    """Return the processes under the fork server."""
    return psutil.Process(fork_server._process.pid).children(recursive=True)


def test_a_setup_runs_once_and_no_submission_sees_another(ask):
    assert ask(1) == ask(1)
    assert ask(1)[0] == 1


def test_each_setup_has_a_template_of_its_own_and_few_are_kept(ask, fork_server):
    before = len(below(fork_server))
    numbers = range(10, 10 + 2 * MOST_TEMPLATES)
    assert [ask(number)[0] for number in numbers] == list(numbers)
    assert len(below(fork_server)) <= before + MOST_TEMPLATES


def test_a_template_that_is_killed_is_replaced(ask, fork_server):
    first = ask(1)
    for process in below(fork_server):
        if process.cmdline()[:1] != ["bwrap"]:
            os.kill(process.pid, signal.SIGKILL)
    assert ask(1)[0] == first[0]


def test_a_setup_that_fails_is_a_fault_of_the_grader(course, fork_server):
    session = Session(fork_server, Submission("s", "practice", False, (SPOILS,), {}, ()), {}, course.limits)
    session.begin_check("corr2d")
    with pytest.raises(GraderError, match="The setup `fail` failed: RuntimeError: on purpose"):
        session.ask_probe("corr2d", look, (), setup=(fail, ()))


def test_a_fork_server_that_is_killed_before_its_first_worker_is_replaced(course):
    fork_server = ForkServer(course, levels.strongest())
    fork_server.wait_until_ready()
    os.kill(fork_server._process.pid, signal.SIGKILL)
    session = Session(fork_server, Submission("s", "practice", False, (SPOILS,), {}, ()), {}, course.limits)
    session.load()
    assert session.names == {"corr2d": "callable"}
    session.close()
    fork_server.close()
