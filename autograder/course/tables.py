"""The tables of the manifest `exercises.toml` as types: what each key may hold."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

from autograder.course.layout import SUITES
from autograder.course.manifest import HANDIN_NAMES, Limits, Points
from autograder.course.text import LANGUAGES, Language

Names = Annotated[tuple[str, ...], Meta(description="a list of names")]
Languages = Annotated[tuple[Language, ...], Meta(min_length=1, description='a list with "zh", "en" or both')]
Libraries = Annotated[tuple[str, ...], Meta(description="a list of names that Python can import")]
Folder = Annotated[str, Meta(min_length=1, description="a folder, relative to the manifest")]


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """A table that may hold its own keys only."""


class Title(Table, frozen=True):
    """A title in the languages of the course; one in another language may stay, and is not shown."""

    zh: str = ""
    en: str = ""


class CourseTable(Table, frozen=True):
    """The course as a whole; `name_mistakes` says whether the students' own check may name known mistakes.

    `languages` are those that students read, in the order in which they are shown. `libraries` are imported before the
    first submission, and `suites` is the folder of the hidden suites. `handin_names` are regular expressions for names
    of hand-ins, with groups such as `id` and `name`.
    """

    title: Title
    languages: Languages = LANGUAGES
    libraries: Libraries = ()
    suites: Folder = SUITES
    name_mistakes: bool = True
    handin_names: Names = HANDIN_NAMES


class ExerciseTable(Table, frozen=True):
    """One exercise or written question."""

    points: Points
    title: Title


class AssignmentTable(Table, frozen=True):
    """One assignment: its exercises and written questions by name, and the names its stub already holds.

    `limits` has the keys of the course's limits that are others here.
    """

    title: Title
    exercises: Annotated[dict[str, ExerciseTable], Meta(description="a table of exercises by name")]
    given: Names = ()
    written: Annotated[dict[str, ExerciseTable], Meta(description="a table of questions by name")] = {}
    limits: Annotated[dict[str, Any], Meta(description="a table of limits")] = {}


class Manifest(Table, frozen=True):
    """The manifest of a course: the one place for exercise names, points, titles and limits."""

    course: CourseTable
    limits: Limits
    assignments: Annotated[dict[str, AssignmentTable], Meta(description="a table of assignments by name")]
