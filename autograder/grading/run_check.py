"""Running one check: called like the function it is, or by pytest where it asks for more of pytest."""

from __future__ import annotations

from typing import TypeGuard, cast

import pytest
from _pytest.runner import runtestprotocol

from autograder.course.errors import GraderError
from autograder.grading.plugin import FIXTURES, Plugin, Report

PHASES = 3  # set-up, call, tear-down


def is_plain(item: pytest.Item) -> TypeGuard[pytest.Function]:
    """Tell whether a check needs nothing but the engine's fixtures; pytest's own way costs a millisecond for each."""
    return (
        isinstance(item, pytest.Function)
        and item.cls is None
        and set(item.fixturenames) <= {*FIXTURES, "request"}  # which those ask for themselves
        and set(_arguments(item)) <= FIXTURES.keys()
        and {mark.name for mark in item.iter_markers()} == {"check"}
    )


def call(item: pytest.Function, plugin: Plugin) -> BaseException | None:
    """Call a plain check; return what it raised, if anything."""
    try:
        item.obj(**{name: FIXTURES[name](plugin, item) for name in _arguments(item)})
    except (KeyboardInterrupt, pytest.exit.Exception):
        raise
    except BaseException as error:  # pytest's own outcomes are no `Exception`
        return error
    return None


def run_by_pytest(item: pytest.Item, following: pytest.Item | None) -> BaseException | None:
    """Run a check with pytest's fixtures and marks; return what was raised first, if anything.

    `following` is the next check that is run in this way: what it does not share is torn down.
    """
    reports = cast(list[Report], runtestprotocol(item, log=False, nextitem=following))
    missing = None if len(reports) == PHASES else GraderError(f"pytest ran {len(reports)} of {PHASES} phases.")
    return next((report.error for report in reports if report.error is not None), missing)


def _arguments(item: pytest.Function) -> tuple[str, ...]:
    code = item.obj.__code__
    names: tuple[str, ...] = code.co_varnames[: code.co_argcount]
    return names
