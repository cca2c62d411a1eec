"""The text of a student's file: its cells, its top-level blocks, and full-width characters in it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from ..messages import fill
from ..model import Text
from .reading import NOTEBOOK, sources

BEGINS = re.compile(r"[^\s#)\]}]")  # a line that may begin a top-level block
MAGIC = re.compile(r"^\s*[%!].*$|^.*\?\s*$", re.MULTILINE)
CELL = Text("第 {number} 个代码单元格", "code cell {number}")
WIDE = Text(
    "这是全角字符“{wide}”，请换成英文的“{narrow}”。",
    "This is the full-width character “{wide}”: type “{narrow}” instead.",
)
TAB = Text(
    "这一行的行首有制表符（Tab），看起来对齐，其实和空格不同：删掉它，改用空格。",
    "This line begins with a tab, which only looks like spaces: delete it and type spaces.",
)
NARROW = {
    "“": '"',
    "”": '"',
    "\u2018": "'",
    "\u2019": "'",
    "。": ".",
    "、": ",",
    "《": "<",
    "》": ">",
    "【": "[",
    "】": "]",
}
NARROW |= {"—": "-", "\u2013": "-", "−": "-", "…": "...", "×": "*", "÷": "/", "\u3000": " ", "\xa0": " "}


class Unit(NamedTuple):
    """One text that is run as a whole: its file, what to call it, and whether only its definitions are run."""

    file: str
    name: Text
    text: str
    only_definitions: bool = False


def read(path: Path) -> list[Unit]:
    """Return the text of a Python file, or that of each code cell of a notebook, of which only definitions are run.

    Raises `Unreadable` where there is no code to be run.
    """
    texts = sources(path)
    if path.suffix != NOTEBOOK:
        return [Unit(str(path), Text(path.name, path.name), texts[0])]
    return [
        Unit(f"{path}[{number}]", fill(CELL, number=number), MAGIC.sub("", text), True)
        for number, text in enumerate(texts, start=1)
    ]


def block(lines: list[str], line: int) -> range:
    """Return the places of the lines of the top-level block around a line, which is counted from 1."""
    start = stop = min(line, len(lines)) - 1
    while start > 0 and not _begins(lines[start]):
        start -= 1
    while start > 0 and lines[start - 1].startswith("@"):
        start -= 1
    stop += 1
    while stop < len(lines) and not _begins(lines[stop]):
        stop += 1
    return range(start, stop)


def _begins(line: str) -> bool:
    return BEGINS.match(line) is not None


def blamed(error: SyntaxError) -> int:
    """Return the line to look at: where a block is missing, that of the statement which should have one."""
    above = re.search(r"on line (\d+)$", str(error.msg)) if isinstance(error, IndentationError) else None
    return int(above[1]) if above else error.lineno or 1


def names_in(lines: list[str]) -> tuple[str, ...]:
    """Return the functions and classes that lines define at their top level."""
    found = (re.match(r"(?:async\s+)?(?:def|class)\s+(\w+)", line) for line in lines)
    return tuple(one[1] for one in found if one)


def line_at(unit: Unit, line: int) -> str:
    """Return a line of a text, which is counted from 1."""
    lines = unit.text.splitlines()
    return lines[line - 1] if 0 < line <= len(lines) else ""


def full_width(source: str, error: SyntaxError) -> Text | None:
    """Return what to type instead of the full-width character that a syntax error is about."""
    at = (error.offset or 1) - 1
    found = source[at : at + 1]
    narrow = NARROW.get(found) or unicodedata.normalize("NFKC", found)
    if not found or narrow == found or found.isalnum():
        return None
    return fill(WIDE, wide=found, narrow=narrow)


def tab(source: str, error: SyntaxError) -> Text | None:
    """Return what to tell of a line whose indentation is wrong and has a tab in it."""
    indentation = source[: len(source) - len(source.lstrip())]
    return TAB if isinstance(error, IndentationError) and "\t" in indentation else None


def defined(text: str, names: list[str]) -> list[str]:
    """Return those of the names that a Python file or a notebook defines at its top level, as its text shows."""
    return [
        name for name in names if re.search(rf"(?:^|\"|\\n)(?:def|class)\s+{re.escape(name)}\b", text, re.MULTILINE)
    ]
