"""What the manifest of a course says: its assignments and exercises, their points, titles and limits."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from autograder.course.layout import BESIDE_ENGINE, SUITES, Layout
from autograder.course.text import LANGUAGES, Language, Text

MAX_POINTS = 1_000_000
MAX_SECONDS = 86_400
HANDIN_NAMES = (r"(?P<id>\d{6,})[-_](?P<name>[^-_]+)(?:[-_](?P<assignment>.+))?",)  # 20231234_张三_作业1

Points = Annotated[
    Annotated[int, Meta(gt=0, le=MAX_POINTS)] | Annotated[float, Meta(gt=0, le=MAX_POINTS)],
    Meta(description=f"a number above 0 and at most {MAX_POINTS}"),
]
Seconds = Annotated[
    float, Meta(gt=0, le=MAX_SECONDS, description=f"a number of seconds above 0 and at most {MAX_SECONDS}")
]
Count = Annotated[int, Meta(gt=0, description="a whole number above 0")]
Isolation = Annotated[
    Literal["full", "bubblewrap", "landlock", "process"],
    Meta(description="a level of isolation: full, bubblewrap, landlock or process"),
]


def meaning(text: str) -> Meta:
    """Return what the schema says of a key; what its value must be, which an error says, is the type's description."""
    return Meta(extra_json_schema={"description": text})


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """What one submission may use, with the unit in the name, and the weakest level of isolation that may grade.

    Seconds are processor time, so a busy machine stops nobody; the wall clock may show four times as many.
    """

    load_seconds: Annotated[Seconds, meaning("for the statements at the top of a submission, its imports included")]
    check_seconds: Annotated[Seconds, meaning("for one check, whatever it asks of the submission")]
    timeouts: Annotated[
        Count, meaning("after so many crashes or checks that took too long, the rest of an exercise is not run")
    ]
    memory_mb: Annotated[Count, meaning("the memory that the process of a submission may use")]
    file_mb: Annotated[Count, meaning("the largest file that it may write")]
    source_mb: Annotated[Count, meaning("the largest `.py` file or notebook that is read")]
    reply_mb: Annotated[Count, meaning("the largest value that it may send back to a check")]
    isolation: Annotated[Isolation, meaning("the weakest level that may grade; the strongest one there is does grade")]


class Exercise(Struct, frozen=True):
    """One function or class a student writes."""

    name: str
    points: Points
    title: Text


class Question(Struct, frozen=True):
    """One question answered in words in the notebook and marked by hand; its points come on top of the exercises'."""

    name: str
    points: Points
    title: Text


class Assignment(Struct, frozen=True):
    """One Python module, one notebook and one gradebook entry; `given` names what the stub already holds.

    `limits` has what of the course's limits is another here.
    """

    name: str
    title: Text
    given: tuple[str, ...]
    exercises: tuple[Exercise, ...]
    written: tuple[Question, ...]
    limits: dict[str, Any] = {}

    @property
    def points(self) -> float:
        """The declared maximum of what is graded automatically."""
        return sum(exercise.points for exercise in self.exercises)


class Course(Layout, frozen=True):
    """The whole manifest, and the folder it stands in.

    `languages` are those that students read, `libraries` what is imported before the first submission.
    """

    title: Text
    limits: Limits
    assignments: dict[str, Assignment]
    name_mistakes: bool = True
    handin_names: tuple[str, ...] = HANDIN_NAMES
    languages: tuple[Language, ...] = LANGUAGES
    libraries: tuple[str, ...] = ()
    suites_folder: str = SUITES

    @property
    def suites(self) -> Path:
        """The folder of the hidden suites; a copy of the course beside the engine may leave them there."""
        own, beside = self.root / self.suites_folder, BESIDE_ENGINE / self.suites_folder
        return own if own.is_dir() or not beside.is_dir() else beside

    def limits_of(self, assignment: str) -> Limits:
        """Return the limits of an assignment, those of the course where it has no others."""
        known = self.assignments.get(assignment)
        return replace(self.limits, **known.limits) if known else self.limits

    def title_of(self, assignment: str) -> Text:
        """Return the title of an assignment, or its name where the course has no such assignment."""
        known = self.assignments.get(assignment)
        return known.title if known else Text(assignment, assignment)

    def exercise_titles(self, assignment: str) -> dict[str, Text]:
        """Return the title of each exercise of an assignment, none where the course has no such assignment."""
        known = self.assignments.get(assignment)
        return {one.name: one.title for one in known.exercises} if known else {}
