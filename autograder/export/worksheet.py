"""The grading worksheet that a teacher downloads from Moodle, in the language of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.export.matching import Identity, identity
from autograder.export.scale import as_number
from autograder.export.table_file import TableFile, read_table

PARTICIPANT = re.compile(r"(\D+?)\s*(\d+)")  # `Participant 123`, `参与者123`
GRADES = {  # the header of the grade in languages of Moodle
    *("grade", "成绩", "成績", "分数", "分數", "評点", "評定", "성적", "оценка", "ocena", "bewertung", "note"),
    *("calificación", "valutazione", "nota", "avaliação", "beoordeling", "cijfer", "karakter", "betyg", "arvosana"),
}
HOW = "In the assignment in Moodle choose View all submissions, Download grading worksheet."


@dataclass
class Worksheet:
    """A worksheet: its table, where the grade stands, what grades are out of, and who each row is about."""

    table: TableFile
    grade: int
    of: str
    students: dict[int, Identity]
    full_names: dict[int, str]


def read_worksheet(path: Path, column: str) -> Worksheet:
    """Read a worksheet; `column` is the header of the grade where it cannot be told.

    Raises `UsageError` where the file is no worksheet.
    """
    table = read_table(path)
    rows = {index: row.values() for index, row in enumerate(table.rows) if any(row.values())}
    columns = list(zip(*rows.values(), strict=False))
    who = next((i for i, cells in enumerate(columns) if _is_participant(cells)), None)
    if who is None:
        raise UsageError(f"{path.name} is no worksheet of Moodle: no column holds `Participant 123`. {HOW}")
    grade = _grade(table.header.values(), columns, column, path.name)
    numbers = {index: PARTICIPANT.fullmatch(cells[who]) for index, cells in rows.items()}
    students = {
        index: identity(match[2], [cell for place, cell in enumerate(rows[index][:grade]) if place != who])
        for index, match in numbers.items()
        if match
    }
    full_names = {index: rows[index][who + 1] if who + 1 < grade - 1 else "" for index in students}
    return Worksheet(table, grade, _same_number(columns, grade + 1), students, full_names)


def _is_participant(cells: Sequence[str]) -> bool:
    """Tell whether a column holds one word with a number in every row, and each number once."""
    matches = [PARTICIPANT.fullmatch(cell) for cell in cells]
    found = [match.groups() for match in matches if match]
    return len({word for word, _ in found}) == 1 and len({number for _, number in found}) == len(cells)


def _grade(header: Sequence[str], columns: Sequence[Sequence[str]], wanted: str, name: str) -> int:
    """Return the place of the grade: the header that is asked for or known, or left of the maximum grade."""
    if wanted:
        found = [i for i, cell in enumerate(header) if cell == wanted]
    else:
        found = [i for i, cell in enumerate(header) if cell.casefold() in GRADES]
        found = found or [i for i in range(1, len(columns) - 1) if _same_number(columns, i + 1)][:1]
    if len(found) != 1:
        raise UsageError(f"The column of the grade in {name} cannot be told. Name it with --column: {_list(header)}.")
    return found[0]


def _same_number(columns: Sequence[Sequence[str]], place: int) -> str:
    """Return the number that a column has in every row, such as the maximum grade; empty where it has none."""
    cells = set(columns[place]) if place < len(columns) else set()
    only = cells.pop() if len(cells) == 1 else ""
    return only if as_number(only) is not None else ""


def _list(header: Sequence[str]) -> str:
    return ", ".join(map(repr, header))
