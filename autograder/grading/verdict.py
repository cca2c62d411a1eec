"""What becomes of a check that raised something: its outcome, what the student reads, and whether it is our fault."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.course.errors import NotGradable
from autograder.course.outcome import Outcome, Verdict
from autograder.course.text import NO_TEXT, Text
from autograder.results.model import OUR_FAULT

WRONG = Text("结果不对。", "The result is not right.")
SKIPPED = Text("这项检查没有运行。", "This check was not run.")


@dataclass(frozen=True)
class Ending:
    """How a check ended; `fault` is the traceback of a fault of ours, or empty."""

    outcome: Outcome
    message: Text = NO_TEXT
    fault: str = ""


def ending_of(error: BaseException | None, suites: Path) -> Ending:
    """Return how a check of a suite below `suites` ended, by what it raised."""
    if error is None:
        return Ending(Outcome.PASSED)
    if isinstance(error, Verdict):
        return Ending(error.outcome, error.message)
    if isinstance(error, NotGradable):  # the submission was loaded once, but not a second time
        return Ending(Outcome.NOT_RUN, error.message)
    if isinstance(error, (AssertionError, pytest.fail.Exception)) and _raised_in_a_suite(error, suites):
        return Ending(Outcome.FAILED, WRONG)  # pytest's own words would show the hidden case
    if isinstance(error, pytest.skip.Exception):
        return Ending(Outcome.NOT_RUN, SKIPPED)
    return Ending(Outcome.GRADER_ERROR, OUR_FAULT, "".join(traceback.format_exception(error)))


def _raised_in_a_suite(error: BaseException, suites: Path) -> bool:
    """Tell whether an assertion stands in a suite; one of the engine's own says nothing about a student."""
    frames = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    raisers = [name for name in frames if "_pytest" not in Path(name).parts]
    return bool(raisers) and Path(raisers[-1]).is_relative_to(suites)
