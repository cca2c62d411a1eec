"""Scores into a gradebook that Canvas exported: the columns of our assignments, and nothing else of the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.person import comparable
from autograder.export.files import save
from autograder.export.matching import Identity, identity, match_rows
from autograder.export.model import Done, LeftOut, Request, by_assignment, only_assignment
from autograder.export.scale import Scale, scale_to
from autograder.export.table_file import Row, TableFile, read_table
from autograder.results.model import Result

POINTS = "Points Possible"
READ_ONLY = "read only"
TOTALS = re.compile("(Current|Final|Override) (Score|Points|Grade|Status)")
NO_STUDENT = re.compile(r"\s*(Muted|Manual Posting.*)?\s*", re.IGNORECASE)
NOT_GRADED_THERE = {"N/A": "is not assigned to this student there", "EX": "is excused there"}
TITLE = re.compile(r"(?P<title>.*?)\s*(\((?P<id>\d+)\))?")
HOW = "In Canvas choose Grades, Export, Export Entire Gradebook, and give that file with --into."


class Column(Struct, frozen=True):
    """A column of an assignment: its place, its header, and how scores become its points."""

    index: int
    header: str
    scale: Scale


def write(course: Course, results: Sequence[Result], request: Request) -> Done:
    """Write the scores of `results` into the gradebook given with --into; rows of students without one are left out.

    Raises `UsageError` where the file is no gradebook of Canvas or no column belongs to any assignment.
    """
    if request.into is None:
        raise UsageError(f"Canvas takes scores in its own gradebook. {HOW}")
    table = read_table(request.into)
    students = _students(table, _width_of_students(table, request.into.name))
    written: set[int] = set()
    left_out: list[LeftOut] = []
    remarks: list[str] = []
    columns = _columns(course, results, table, request.column)
    for name, of_one in by_assignment(results).items():
        if name not in columns:
            left_out += [LeftOut(result, "the gradebook has no column for this assignment") for result in of_one]
            continue
        matches = match_rows(of_one, students)
        refused = _fill(table, columns[name], matches.rows)
        written |= matches.rows.keys() - {index for index, _ in refused}
        left_out += [*matches.left_out, *(one for _, one in refused)]
        remarks += columns[name].scale.remark(columns[name].header)
    table.rows = [row for index, row in enumerate(table.rows) if index not in students or index in written]
    save(request.out, table.to_bytes())
    return Done(str(request.out), tuple(left_out), tuple(remarks))


def _width_of_students(table: TableFile, name: str) -> int:
    """Return how many columns at the left are about the student; raise `UsageError` for another kind of file."""
    header = table.header.values()
    if (header[:2] == ["Student", "ID"] or header[:3] == ["LastName", "FirstName", "ID"]) and "Section" in header:
        return header.index("Section") + 1
    raise UsageError(f"{name} is no gradebook of Canvas: its columns have to begin with Student, ID. {HOW}")


def _students(table: TableFile, width: int) -> dict[int, Identity]:
    """Return who each row of a student is about, by the index of the row."""
    header = table.header.values()
    number = header.index("ID")
    found = {}
    for index, row in enumerate(table.rows):
        cells = row.values()
        if POINTS not in cells[0] and not all(NO_STUDENT.fullmatch(cell) for cell in cells):
            name = ", ".join(cells[:number])
            found[index] = identity(cells[number], [name, *cells[number + 1 : width - 1]])
    return found


def _columns(course: Course, results: Sequence[Result], table: TableFile, wanted: str) -> dict[str, Column]:
    """Return the column of each assignment that has one; raise `UsageError` where none has, or one has several."""
    header = table.header.values()
    points = next((row for row in table.rows if POINTS in row.value(0)), Row([], ""))
    places = range(header.index("Section") + 1, len(header))
    free = [i for i in places if not TOTALS.search(header[i]) and READ_ONLY not in points.value(i)]
    columns = {}
    example = {result.assignment: result for result in results}
    if wanted:
        only_assignment(results, "The column")
    for name, result in example.items():
        title = course.title_of(name)
        names = set(map(comparable, [wanted] if wanted else [name, title.zh, title.en]))
        fitting = [i for i in free if names & _names(header[i])]
        if len(fitting) > 1:
            raise UsageError(f"Several columns fit {name}: {_list(header, fitting)}. Name one with --column.")
        if fitting:
            scale = scale_to(points.value(fitting[0]), result.max_score, table.delimiter)
            columns[name] = Column(fitting[0], header[fitting[0]], scale)
    if example and not columns:
        raise UsageError(
            f"No column fits {wanted or ', '.join(example)}. Name one with --column: {_list(header, free)}."
        )
    return columns


def _names(header: str) -> set[str]:
    """Return what a column may be called by: its header, its title, its number."""
    match = TITLE.fullmatch(header)
    parts = match.group("title", "id") if match else ()
    return {comparable(part) for part in (header, *parts) if part}


def _fill(table: TableFile, column: Column, rows: dict[int, Result]) -> list[tuple[int, LeftOut]]:
    """Write scores into a column; return the rows and results where the gradebook has no place for one."""
    refused = []
    for index, result in rows.items():
        there = table.rows[index].value(column.index)
        if there in NOT_GRADED_THERE:
            refused.append((index, LeftOut(result, f"it {NOT_GRADED_THERE[there]}")))
        else:
            table.rows[index].write(column.index, column.scale.points(result))
    return refused


def _list(header: Sequence[str], places: Sequence[int]) -> str:
    return ", ".join(repr(header[place]) for place in places)
