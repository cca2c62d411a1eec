"""The tables of the manifest `exercises.toml` as types: what each key may hold."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

from autograder.course.layout import SUITES
from autograder.course.manifest import HANDIN_NAMES, Limits, Points, meaning
from autograder.course.text import LANGUAGES, Language

Names = Annotated[tuple[str, ...], Meta(description="a list of names")]
Languages = Annotated[tuple[Language, ...], Meta(min_length=1, description='a list with "zh", "en" or both')]
Libraries = Annotated[tuple[str, ...], Meta(description="a list of names that Python can import")]
Folder = Annotated[str, Meta(min_length=1, description="a folder, relative to the manifest")]


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """A table that may hold its own keys only."""


class Title(Table, frozen=True):
    """A title in the languages of the course; one in another language may stay, and is not shown."""

    zh: Annotated[str, meaning("in Chinese")] = ""
    en: Annotated[str, meaning("in English")] = ""


class CourseTable(Table, frozen=True):
    """The course as a whole."""

    title: Annotated[Title, meaning("the title of the course, in each of its languages")]
    languages: Annotated[Languages, meaning("what students read, in the order in which it is shown")] = LANGUAGES
    libraries: Annotated[
        Libraries, meaning("what submissions import, as `import` takes it: imported once, before the first submission")
    ] = ()
    suites: Annotated[Folder, meaning("the folder of the hidden suites, relative to the manifest")] = SUITES
    name_mistakes: Annotated[bool, meaning("whether the students' own check may name known mistakes")] = True
    handin_names: Annotated[
        Names,
        meaning(
            "regular expressions for the names of hand-ins; their groups are `id`, `name`, `email`, `section`, "
            "`assignment` and `attempt`"
        ),
    ] = HANDIN_NAMES


class ExerciseTable(Table, frozen=True):
    """One exercise or written question."""

    points: Annotated[
        Points, meaning("what it is worth: of an exercise the sum of its checks, of a question what is given by hand")
    ]
    title: Annotated[Title, meaning("what students read above it, in each language of the course")]


class AssignmentTable(Table, frozen=True):
    """One assignment: a file that students hand in, and its notebook."""

    title: Annotated[Title, meaning("what students read, in each language of the course")]
    exercises: Annotated[
        dict[str, ExerciseTable],
        Meta(description="a table of exercises by name"),
        meaning("the functions and classes that students write, in the order in which they are shown"),
    ]
    given: Annotated[Names, meaning("functions of the solution that students get as they are")] = ()
    written: Annotated[
        dict[str, ExerciseTable],
        Meta(description="a table of questions by name"),
        meaning("questions that are answered in words in the notebook and marked by hand, on top of the exercises"),
    ] = {}
    limits: Annotated[
        dict[str, Any],
        Meta(description="a table of limits"),
        meaning("those limits of the course that are others in this assignment"),
    ] = {}


class Manifest(Table, frozen=True):
    """The manifest of a course: the one place for exercise names, points, titles and limits."""

    course: Annotated[CourseTable, meaning("what holds for the whole course")]
    limits: Annotated[Limits, meaning("what a submission may use")]
    assignments: Annotated[
        dict[str, AssignmentTable],
        Meta(description="a table of assignments by name"),
        meaning("the assignments, in the order in which they are shown; the name is that of the file"),
    ]
