"""The tables of the manifest `exercises.toml` as types: what each key may hold."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from autograder.course.manifest import HANDIN_NAMES, Limits, Points
from autograder.course.text import Text

Names = Annotated[tuple[str, ...], Meta(description="a list of names")]


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """A table that may hold its own keys only."""


class CourseTable(Table, frozen=True):
    """The course as a whole; `name_mistakes` says whether the students' own check may name known mistakes.

    `handin_names` are regular expressions for names of hand-ins, with groups such as `id` and `name`.
    """

    title: Text
    name_mistakes: bool = True
    handin_names: Names = HANDIN_NAMES


class ExerciseTable(Table, frozen=True):
    """One exercise or written question."""

    points: Points
    title: Text


class AssignmentTable(Table, frozen=True):
    """One assignment: its exercises and written questions by name, and the names its stub already holds."""

    title: Text
    exercises: Annotated[dict[str, ExerciseTable], Meta(description="a table of exercises by name")]
    given: Names = ()
    written: Annotated[dict[str, ExerciseTable], Meta(description="a table of questions by name")] = {}


class Manifest(Table, frozen=True):
    """The manifest of a course: the one place for exercise names, points, titles and limits."""

    course: CourseTable
    limits: Limits
    assignments: Annotated[dict[str, AssignmentTable], Meta(description="a table of assignments by name")]
