"""An Excel workbook: a sheet for each assignment, a row for each result; text is text and never a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import TYPE_STRING, Cell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from autograder.course.manifest import Course
from autograder.course.person import Person
from autograder.course.text import Language, Text, one_line
from autograder.export.files import save
from autograder.export.model import Done, Request, by_assignment
from autograder.export.wording import messages
from autograder.results.model import Result
from autograder.results.status import status_of

HEADERS = (
    *(
        Text("学生", "student"),
        Text("学号", "id"),
        Text("姓名", "name"),
        Text("邮箱", "email"),
        Text("班级", "section"),
    ),
    *(Text("状态", "status"), Text("得分", "score"), Text("满分", "max_score")),
)
REMARKS = Text("说明", "remarks")
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31  # of a sheet
TEXT = "@"  # the number format of text


def write(_course: Course, results: Sequence[Result], request: Request) -> Done:
    """Write one workbook with all results."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, of_one in by_assignment(results).items():
        sheet = book.create_sheet(FORBIDDEN.sub("-", name)[:LONGEST_NAME])
        _fill(sheet, of_one, request.language)
    if not book.worksheets:
        book.create_sheet("results")
    data = io.BytesIO()
    book.save(data)
    save(request.out, data.getvalue())
    return Done(str(request.out))


def _fill(sheet: Worksheet, results: Sequence[Result], language: Language) -> None:
    exercises = [exercise.name for exercise in results[0].exercises]
    header = [text.in_language(language) for text in HEADERS]
    sheet.append([_text(sheet, name) for name in (*header, *exercises, REMARKS.in_language(language))])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    for result in results:
        values = _values(result, language)
        sheet.append([_text(sheet, value) if isinstance(value, str) else value for value in values])


def _values(result: Result, language: Language) -> Iterator[str | float | None]:
    who = result.person or Person()
    yield from map(one_line, (result.student, who.id, who.name, who.email, who.section))
    yield from (status_of(result), result.score, result.max_score)
    yield from (exercise.score for exercise in result.exercises)
    said = [messages(exercise, language) for exercise in result.exercises]
    lines = [one_line(result.message.in_language(language)), *(line for one in said for line in one)]
    yield "\n".join(filter(None, lines))


def _text(sheet: Worksheet, text: str) -> Cell:
    """Return a cell that holds text as it is, also when somebody edits it."""
    cell = Cell(sheet, 1, 1, text)
    cell.data_type = TYPE_STRING  # whatever the text begins with
    cell.number_format = TEXT
    cell.quotePrefix = True
    return cell
