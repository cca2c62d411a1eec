"""Reading a hand-in into one shape, whether it is a `.py` file or a notebook."""

from __future__ import annotations

import codecs
import io
import tokenize
from dataclasses import dataclass

from autograder.manifest import Limits
from autograder.submission.contents import TOO_LARGE
from autograder.submission.find import Handin
from autograder.text import Text

BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

EMPTY = Text("文件是空的，没有代码。", "The file is empty: there is no code in it.")
NOT_TEXT = Text("文件不是文本：既不是 UTF-8，也不是 GBK 编码。", "The file is not text: neither UTF-8 nor GBK.")
OTHER_ENCODING = Text("文件不是 UTF-8 编码，按 {encoding} 读取。", "The file is not UTF-8; it was read as {encoding}.")


class NotGradable(Exception):
    """The submission cannot be graded at all; the message says why, in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.both())
        self.message = message


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


def read_submission(handin: Handin, limits: Limits) -> Submission:
    """Read what was handed in; raise `NotGradable` with the reason when that is impossible."""
    contents = handin.loaded(limits).contents
    if handin.path is None or contents is None or contents.problem is not None:
        raise NotGradable(handin.problem or (contents.problem if contents else None) or EMPTY)
    notebook = handin.path.suffix == ".ipynb"
    text, note = decode(contents.data)
    cells = [text]
    if notebook and text.strip():
        from autograder.submission.notebook import code_cells

        cells = code_cells(text)
    if sum(map(len, cells)) > limits.source_mb << 20:
        raise NotGradable(TOO_LARGE.format(limit=limits.source_mb))
    if not any(map(str.strip, cells)):
        raise NotGradable(EMPTY)
    notes = tuple(text for text in (handin.note, note) if text)
    return Submission(handin.student, handin.assignment, notebook, tuple(cells), contents.files, notes)


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
