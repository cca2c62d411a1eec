"""Reading what a student saved: the text of a file, the code cells of a notebook, or why there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..decoding import decoded
from ..messages import fill
from ..model import Text

NOTEBOOK = ".ipynb"
GONE = Text("{name} 不在了：是不是删掉、改名或移走了？", "{name} is gone: was it deleted, renamed or moved?")
EMPTY = Text(
    "文件是空的，没有代码：在编辑器里撤销到有内容的时候，再保存一次。",
    "The file is empty, without any code: undo in your editor until the code is back, then save again.",
)
DAMAGED = Text(
    "笔记本文件已损坏，不是合法的 JSON 笔记本：换回以前的版本，或者重新下载一份，把代码贴进去。",
    "The notebook is broken, not a valid JSON notebook: go back to an earlier version, or download it again and paste "
    "your code into it.",
)
NOT_TEXT = Text(
    "文件不是文本：既不是 UTF-8，也不是 GBK 编码。请用 UTF-8 编码重新保存。",
    "The file is not text: neither UTF-8 nor GBK. Save it again in UTF-8.",
)
NUL = Text(
    "第 {line} 行有 NUL 字符，文件没有保存好：用 UTF-8 编码重新保存，或者换回以前的版本。",
    "There is a NUL character in line {line}, so the file was not saved well: save it again in UTF-8, or go back to an "
    "earlier version.",
)


class Unreadable(Exception):
    """A file that holds no code which can be run; `text` tells the student why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def text_of(path: Path) -> str:
    """Return the text of a file; raise `Unreadable` where it is missing, or no text."""
    try:
        found = decoded(path.read_bytes())
    except OSError:
        raise Unreadable(fill(GONE, name=path.name)) from None
    if found is None:
        raise Unreadable(NOT_TEXT)
    return found[0]


def sources(path: Path) -> list[str]:
    """Return the text of a Python file, or the texts of the code cells of a notebook.

    Raises `Unreadable` where there is no code, or a character that Python takes nowhere.
    """
    text = text_of(path)
    found = _code_cells(text) if path.suffix == NOTEBOOK else [text]
    if not any(map(str.strip, found)):
        raise Unreadable(EMPTY)
    for one in found:
        if "\0" in one:
            raise Unreadable(fill(NUL, line=one[: one.index("\0")].count("\n") + 1))
    return found


def _code_cells(text: str) -> list[str]:
    """Return the texts of the code cells of a notebook; raise `Unreadable` where it is damaged."""
    try:
        return [*_sources_of_cells(_cells(json.loads(text)))]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Unreadable(DAMAGED) from None


def _cells(notebook: dict[str, Any]) -> list[Any]:
    """Return the cells of a notebook; those of format 3 and older stand in worksheets."""
    sheets = [notebook] if "cells" in notebook else notebook["worksheets"]
    return [cell for sheet in sheets for cell in sheet["cells"]]


def _sources_of_cells(cells: Any) -> Iterator[str]:
    for cell in cells:
        if cell["cell_type"] == "code":
            source = cell.get("source", cell.get("input", ""))
            yield "".join(source) if isinstance(source, list) else str(source)
