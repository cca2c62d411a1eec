"""What the process that runs a student's file says to the screen, besides reports."""

from __future__ import annotations

from typing import NamedTuple

from ..report.report import Problem

SECONDS = 5  # after which an answer is ended


class Ready(NamedTuple):
    """The process has imported the course's libraries and waits for a job."""


class Begun(NamedTuple):
    """What it begins with now: an exercise, which has so many public cases, or None for the file itself."""

    exercise: str | None
    cases: int = 0


class Problems(NamedTuple):
    """What of the file does not run."""

    problems: tuple[Problem, ...]


class Done(NamedTuple):
    """All is judged; the process ends."""
