"""Results as a table in the long form: one row for each exercise of each result, safe to open in a spreadsheet."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence

from autograder.course.manifest import Course
from autograder.course.person import Person
from autograder.course.text import NO_TEXT, Language, number, one_line, printable, spreadsheet_cell
from autograder.export.files import save
from autograder.export.model import Done, Request
from autograder.export.wording import messages
from autograder.results.model import Result

COLUMNS = (
    *("student", "id", "name", "email", "section"),
    *("assignment", "exercise", "title", "status", "score", "max_score", "remarks"),
)
DECIMALS = 6  # as many as a result has


def write(course: Course, results: Sequence[Result], request: Request) -> Done:
    """Write every exercise of every result into one CSV file, UTF-8, with a byte order mark where it is asked for."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for result in results:
        table.writerows(map(spreadsheet_cell, row) for row in _rows(course, result, request.language))
    mark = codecs.BOM_UTF8 if request.bom else b""
    save(request.out, mark + text.getvalue().encode())
    return Done(str(request.out))


def _rows(course: Course, result: Result, language: Language) -> Iterator[tuple[str, ...]]:
    who = result.person or Person()
    student = (printable(result.student), *map(one_line, (who.id, who.name, who.email, who.section)))
    titles = course.exercise_titles(result.assignment)
    for exercise in result.exercises:
        title = one_line(titles.get(exercise.name, NO_TEXT).in_language(language))
        scores = (number(exercise.score or 0, DECIMALS), number(exercise.max_score, DECIMALS))
        remarks = " ".join([one_line(result.message.in_language(language)), *messages(exercise, language)]).strip()
        yield (*student, result.assignment, exercise.name, title, str(exercise.status), *scores, remarks)
