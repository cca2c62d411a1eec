"""What is said where suites are not proven as they stand: which, what was not done for it, and how to prove them."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.commands.shared.screen import first_few
from autograder.course.manifest import Course

SECONDS_EACH = 12  # that a proof of one exercise takes on an ordinary machine, about


def not_proven(course: Course, exercises: Sequence[str], consequence: str = "") -> str:
    """Return which exercises are not proven, what that keeps from being done, and the command that proves them."""
    return f"{consequence}Not proven as they stand: {first_few(exercises)}. {how_to_prove(course, exercises)}"


def how_to_prove(course: Course, exercises: Sequence[str]) -> str:
    """Return the command that proves these exercises, and about how long it takes."""
    every = len(exercises) == sum(len(assignment.exercises) for assignment in course.assignments.values())
    command = "autograder prove" if every else f"autograder prove {' '.join(exercises)}"
    minutes = -(-len(exercises) * SECONDS_EACH // 60)
    return f"Run `{command}`, which takes about {'a minute' if minutes == 1 else f'{minutes} minutes'}"
