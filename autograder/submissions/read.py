"""Reading a hand-in into one shape, whether it is a `.py` file or a notebook."""

from __future__ import annotations

import codecs
import io
import tokenize
from dataclasses import dataclass
from pathlib import Path

from autograder.course.errors import NotGradable
from autograder.course.manifest import Limits
from autograder.course.text import Text
from autograder.submissions.contents import TOO_LARGE, Contents
from autograder.submissions.find import Handin

BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

EMPTY = Text("文件是空的，没有代码。", "The file is empty: there is no code in it.")
NOT_TEXT = Text("文件不是文本：既不是 UTF-8，也不是 GBK 编码。", "The file is not text: neither UTF-8 nor GBK.")
OTHER_ENCODING = Text("文件不是 UTF-8 编码，按 {encoding} 读取。", "The file is not UTF-8; it was read as {encoding}.")


@dataclass(frozen=True)
class Submission:
    """One student's files for one assignment.

    `cells` is the source to run: one text for a `.py` file, one per code cell for a notebook. `files` is the
    rest of the student's folder, by relative path.
    """

    student: str
    assignment: str
    notebook: bool
    cells: tuple[str, ...]
    files: dict[str, bytes]
    notes: tuple[Text, ...]


def read_submission(handin: Handin, limits: Limits, source: Path | None = None) -> Submission:
    """Read what was handed in; raise `NotGradable` with the reason when that is impossible.

    `source` is the course's source notebook; with it, a notebook whose cells were disarranged is repaired.
    """
    handin = handin.loaded(limits)
    text, encoding = read_text(handin, limits)
    cells, repairs = [text], tuple[Text, ...]()
    if is_notebook(handin) and text.strip():
        cells, repairs = _notebook_code(text, source)
    if sum(map(len, cells)) > limits.source_mb << 20:
        raise NotGradable(TOO_LARGE.format(limit=limits.source_mb))
    if not any(map(str.strip, cells)):
        raise NotGradable(EMPTY)
    notes = tuple(text for text in (handin.note, encoding, *repairs) if text)
    files = _contents(handin, limits).files
    return Submission(handin.student, handin.assignment, is_notebook(handin), tuple(cells), files, notes)


def is_notebook(handin: Handin) -> bool:
    """Tell whether a hand-in is a notebook, by its name."""
    return handin.path is not None and handin.path.suffix == ".ipynb"


def read_text(handin: Handin, limits: Limits) -> tuple[str, Text | None]:
    """Return the text of a hand-in, and a note when it is not UTF-8; raise `NotGradable` when there is none."""
    return decode(_contents(handin, limits).data)


def _contents(handin: Handin, limits: Limits) -> Contents:
    contents = handin.loaded(limits).contents
    if handin.problem is not None or contents is None:
        raise NotGradable(handin.problem or EMPTY)
    if contents.problem is not None:
        raise NotGradable(contents.problem)
    return contents


def _notebook_code(text: str, source: Path | None) -> tuple[list[str], tuple[Text, ...]]:
    from autograder.submissions import notebook, unused_cells
    from autograder.submissions.repair import released, repair  # here: .py files need none of it

    found = notebook.read_notebook(text)
    if not any(cell.source.strip() for cell in found.cells):
        raise NotGradable(EMPTY)
    if source is None or not source.is_file():
        return notebook.code_cells(found), ()
    repaired = repair.repair(found, released.released_notebook(source))
    put_back = set(map(id, repaired.added))  # for nbgrader; what a student does not have is not to be run
    repaired.notebook.cells = [cell for cell in repaired.notebook.cells if id(cell) not in put_back]
    cells = notebook.code_cells(repaired.notebook)
    idle = unused_cells.unused_cells(cells, released.own_code(source))
    return [notebook.NOTHING if index in idle else cell for index, cell in enumerate(cells)], repaired.notes


def decode(data: bytes) -> tuple[str, Text | None]:
    """Return the text in `data`, and a note when it is not UTF-8; raise `NotGradable` when it is no text."""
    declared = next((name for mark, name in BYTE_ORDER_MARKS.items() if data.startswith(mark)), None) or _cookie(data)
    for encoding in dict.fromkeys((declared, "utf-8", "gb18030")):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        usual = encoding in ("utf-8", "utf-8-sig")
        note = None if usual else OTHER_ENCODING.format(encoding="GBK" if encoding == "gb18030" else encoding)
        return text.replace("\r\n", "\n").replace("\r", "\n"), note
    raise NotGradable(NOT_TEXT)


def _cookie(data: bytes) -> str:
    """Return the encoding a Python file declares in its first lines."""
    try:
        return tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError:
        return "utf-8"
