"""The systems that results can be written into, each with the file or folder it writes by default."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from autograder.course.manifest import Course
from autograder.export import canvas, classroom50, grades_csv, gradescope, junit, moodle, prairielearn
from autograder.export.model import Done, Request, Writer
from autograder.results.model import Result


class Format(Struct, frozen=True):
    """How results are written into a system and where to, and the options that only some systems have."""

    write: Writer
    out: Path
    options: tuple[str, ...] = ()


def _xlsx(course: Course, results: Sequence[Result], request: Request) -> Done:
    from autograder.export import xlsx  # here: it is slow

    return xlsx.write(course, results, request)


def _nbgrader(course: Course, results: Sequence[Result], request: Request) -> Done:
    from autograder.export import nbgrader  # here: it is slow, and not every course has nbgrader

    nbgrader.write_gradebook(course, results, request.db)
    return Done("nbgrader")


INTO = ("--into", "--column")
FORMATS = {
    "csv": Format(grades_csv.write, Path("grades.csv"), ("--bom",)),
    "xlsx": Format(_xlsx, Path("grades.xlsx")),
    "canvas": Format(canvas.write, Path("canvas.csv"), INTO),
    "moodle": Format(moodle.write, Path("moodle"), INTO),
    "gradescope": Format(gradescope.write, Path("gradescope")),
    "classroom50": Format(classroom50.write, Path("result.json")),
    "prairielearn": Format(prairielearn.write, Path("prairielearn")),
    "junit": Format(junit.write, Path("junit.xml")),
    "nbgrader": Format(_nbgrader, Path(), ("--db",)),
}
