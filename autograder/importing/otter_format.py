"""Reading a source notebook of otter: raw or Markdown cells bound the questions, their solutions and their tests."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from autograder.importing.model import Answer, Code, Piece, Prose, Tests, Written
from autograder.importing.otter_cells import cells_of
from autograder.importing.otter_hidden import is_hidden, is_hidden_test
from autograder.importing.otter_points import as_points, with_points
from autograder.importing.otter_tests import Known, ok_tests, output_text, test_source

BOUND = re.compile(r"\A\s*(?:```\w*\s*)?#?\s*(BEGIN|END) (QUESTION|SOLUTION|PROMPT|TESTS)\b", re.IGNORECASE)
OLD_QUESTION = re.compile(r"```\w*\s*\n#?\s*BEGIN QUESTION\s*\n(.*?)```", re.DOTALL)
CONFIG = re.compile(r"ASSIGNMENT CONFIG|BEGIN ASSIGNMENT|OTTER CONFIG")
OLD_TEST = re.compile(r"\A\s*#+\s*(?:hidden\s*)?test\s*#*\s*$", re.IGNORECASE | re.MULTILINE)
BOILERPLATE = re.compile(
    r"\botter\.Notebook\(|\bgrader\.(?:export|check_all|to_pdf)\(|^\s*import otter\s*$", re.MULTILINE
)
CHECK = re.compile(r"\b(?:grader|ok)\.(?:check|grade)\(\s*[\"']([^\"']+)[\"']\s*\)")


@dataclass
class _Reader:
    """Where a reader of the cells is, the pieces so far, and the points of the questions by their names."""

    pieces: list[Piece] = field(default_factory=list)
    region: str = ""
    question: dict[str, Any] = field(default_factory=dict)
    points: dict[str, Any] = field(default_factory=dict)

    def begin(self, settings: dict[str, Any]) -> None:
        """Begin a question with its settings."""
        self.question = settings
        if "name" in settings:
            self.points[str(settings["name"])] = settings.get("points")


def pieces(notebook: Any, path: Path) -> list[Piece]:
    """Return the pieces of a notebook in order, without what only otter needs."""
    reader = _Reader()
    known = ok_tests(notebook, path)
    for number, cell in cells_of(notebook):
        _read_cell(reader, cell, number, known)
    return with_points(reader.pieces, reader.points)


def _read_cell(reader: _Reader, cell: Any, number: int, known: Known) -> None:
    source = cell.source
    if cell.cell_type != "code" and (bound := BOUND.match(source)):
        _cross(reader, bound[1].upper(), bound[2].upper(), source[bound.end() :])
    elif CONFIG.search(source[:200]) and cell.cell_type != "code":
        return
    elif cell.cell_type == "code":
        _read_code(reader, cell, number, known)
    elif cell.cell_type == "markdown":
        _read_text(reader, source, number)


def _cross(reader: _Reader, side: str, what: str, rest: str) -> None:
    if what == "QUESTION":
        reader.begin(_settings(rest) if side == "BEGIN" else {})
    reader.region = what if side == "BEGIN" and what != "QUESTION" else ""


def _settings(text: str) -> dict[str, Any]:
    try:
        found = yaml.safe_load(text.replace("```", ""))
    except yaml.YAMLError:
        found = None
    return found if isinstance(found, dict) else {}


def _read_text(reader: _Reader, source: str, number: int) -> None:
    if old := OLD_QUESTION.search(source):
        reader.begin(_settings(old[1]))
        source = OLD_QUESTION.sub("", source).strip()
    if reader.region == "SOLUTION" or "**SOLUTION" in source[:20].upper():
        worth = as_points(reader.question.get("points")) or 1.0
        reader.pieces.append(Written(number, str(reader.question.get("name", f"cell_{number}")), worth, source))
    elif reader.region != "PROMPT" and source:
        reader.pieces.append(Prose(source))


def _read_code(reader: _Reader, cell: Any, number: int, known: Known) -> None:
    source, name = cell.source, str(reader.question.get("name", f"cell_{number}"))
    if check := CHECK.search(source):
        reader.pieces += [
            Tests(number, check[1], text, points, _all_lines(text) if hidden else frozenset(), case)
            for case, (text, hidden, points) in enumerate(known.get(check[1], []), start=1)
        ]
    elif BOILERPLATE.search(source) or not source.strip() or reader.region == "PROMPT":
        return
    elif reader.region == "TESTS" or OLD_TEST.match(source):
        reader.pieces += _test_piece(source, output_text(cell), name, number)
    elif reader.region == "SOLUTION" or (reader.question and not reader.region and "SOLUTION" in source):
        reader.pieces.append(Answer(number, name, source))
    elif is_hidden_test(source):
        reader.pieces += _test_piece(source, output_text(cell), name, number)
    else:
        reader.pieces.append(Code(number, source))


def _test_piece(source: str, output: str, name: str, number: int) -> list[Piece]:
    text, settings = test_source(source, output)
    if not text.strip():
        return []
    hidden = _all_lines(text) if is_hidden(source, settings) else frozenset()
    return [Tests(number, name, text, as_points(settings.get("points")), hidden)]


def _all_lines(text: str) -> frozenset[int]:
    return frozenset(range(1, text.count("\n") + 2))
