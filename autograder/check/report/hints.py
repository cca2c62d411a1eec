"""Four hints in order: the difference, the mistake's name, the section of the lesson, one element worked by hand."""

from __future__ import annotations

from typing import NamedTuple

from ..messages import fill
from ..model import State, Text
from .report import ExerciseReport, Grid

NAME, PLACE = 2, 3  # the numbers of the hints that name the mistake, and the section
SHOWN_AT_FIRST = NAME
SECTION = Text(
    "课文“{section}”一节，在笔记本里就在这一题的上方。",
    "See the section “{section}” of the lesson, right above this exercise in the notebook.",
)
MARKS = "①②③④"


class Hint(NamedTuple):
    """One hint: its kind by its number in the order, its mark, its sentence, and its pictures."""

    number: int
    mark: str
    text: Text
    grids: tuple[Grid, ...] = ()


def hints(exercise: ExerciseReport) -> tuple[Hint, ...]:
    """Return the hints there are for an exercise that does not pass; none gives away code."""
    case = exercise.first
    if case is None or exercise.state in (State.passed, State.waiting):
        return ()
    section = fill(SECTION, section=exercise.section) if exercise.section else None
    sentences = (case.message, exercise.mistake or case.explained, section, case.worked)
    there = [(number, text) for number, text in enumerate(sentences, start=1) if text is not None]
    found = [Hint(number, mark, text) for mark, (number, text) in zip(MARKS, there, strict=False)]
    return tuple(hint._replace(grids=case.grids) if hint.number == 1 else hint for hint in found)


def shown(exercise: ExerciseReport, asked: int) -> tuple[Hint, ...]:
    """Return the hints that are on the screen after so many were asked for."""
    every = hints(exercise)
    at_first = sum(hint.number <= SHOWN_AT_FIRST for hint in every)
    return every[: at_first + asked]
