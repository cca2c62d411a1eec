"""A CSV file of a platform, read so that cells can be changed and every other byte stays as it was."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from autograder.course.errors import UsageError

DELIMITERS = ",;\t"
QUOTED = re.compile('"[^"]*"')
CELL = r'("[^"]*(?:""[^"]*)*"[^{0}\r\n]*|[^{0}\r\n]*)({0}|\r\n|\r|\n|$)'


@dataclass
class Row:
    """The cells of a line as they stand in the file, quotes included, and what ends the line."""

    cells: list[str]
    end: str

    def values(self) -> list[str]:
        """Return the cells without quotes and without white space around them."""
        return [_value(cell) for cell in self.cells]

    def value(self, index: int) -> str:
        """Return one such cell, empty where the row is shorter."""
        return _value(self.cells[index]) if index < len(self.cells) else ""

    def write(self, index: int, value: str) -> None:
        """Change one cell to a value that needs no quotes."""
        self.cells += [""] * (index + 1 - len(self.cells))
        self.cells[index] = value


@dataclass
class TableFile:
    """A CSV file: its mark at the start, what separates its cells, and its rows; the first one is the header."""

    mark: bytes
    delimiter: str
    header: Row
    rows: list[Row]

    def to_bytes(self) -> bytes:
        """Return the file with the rows and cells as they are now."""
        lines = (self.delimiter.join(row.cells) + row.end for row in (self.header, *self.rows))
        return self.mark + "".join(lines).encode()


def read_table(path: Path) -> TableFile:
    """Read a CSV file in UTF-8; raise `UsageError` where it is none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data.removeprefix(mark).decode()
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not in UTF-8. Give the file as the platform exported it.") from None
    delimiter = _delimiter(text)
    header, *rows = _rows(text, delimiter) or [Row([""], "")]
    if header.values() == [""]:
        raise UsageError(f"{path} has no header. Give the file as the platform exported it.")
    return TableFile(mark, delimiter, header, rows)


def _delimiter(text: str) -> str:
    """Return what separates the cells of the header."""
    header = re.split("[\r\n]", QUOTED.sub("", text), maxsplit=1)[0]
    return max(DELIMITERS, key=header.count)


def _rows(text: str, delimiter: str) -> list[Row]:
    pattern = re.compile(CELL.format(delimiter))
    rows: list[Row] = []
    cells: list[str] = []
    position = 0
    while position < len(text):
        match = pattern.match(text, position)
        assert match, "the pattern matches at every place"
        cells.append(match[1])
        position = match.end()
        if match[2] != delimiter:
            rows.append(Row(cells, match[2]))
            cells = []
    return [*rows, Row([*cells, ""], "")] if cells else rows


def _value(cell: str) -> str:
    if cell.startswith('"'):
        cell = cell[1 : cell.rindex('"')].replace('""', '"')
    return cell.strip()
