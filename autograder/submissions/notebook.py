"""Reading a notebook, whatever editor saved it."""

from __future__ import annotations

import json
import re
from typing import Any, cast

import nbformat
from nbformat import NotebookNode, v4

from autograder.course.errors import NotGradable
from autograder.course.text import Text

BROKEN = Text(
    "笔记本文件已损坏，不是合法的 JSON 笔记本：{reason}。",
    "The notebook is broken, not a valid JSON notebook: {reason}.",
)
TOO_MANY = Text(
    "笔记本里的内容太多（超过 {most} 个单元格，或输出太复杂），不予读取；请清除输出后重新提交。",
    "The notebook has more than {most} cells, or outputs of too many parts; clear its outputs and hand it in again.",
)
FORMAT = 4
MAX_CELLS = 2000
MAX_VALUES = 1_000_000  # of the JSON; each takes some hundred bytes of the grader's memory
MAX_OLD_VALUES = 50_000  # in a notebook of an old format, which nbformat converts slowly
STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
LONE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def read_notebook(text: str) -> NotebookNode:
    """Return a notebook of format 4 with what a student wrote: cells with type, source and nbgrader's metadata, if any.

    Outputs and the metadata of editors are left out. Raises `NotGradable` if `text` is no notebook, or a huge one.
    """
    values = count_values(text)
    if values > MAX_VALUES:
        raise NotGradable(TOO_MANY.format(most=MAX_CELLS))
    try:
        notebook = nbformat.reader.reads(text)  # type: ignore[no-untyped-call]
        if notebook.get("nbformat") != FORMAT and values > MAX_OLD_VALUES:
            raise NotGradable(TOO_MANY.format(most=MAX_CELLS))
        cells = nbformat.convert(notebook, FORMAT).cells  # type: ignore[no-untyped-call]
        if len(cells) > MAX_CELLS:
            raise NotGradable(TOO_MANY.format(most=MAX_CELLS))
        plain = [_plain_cell(cell, number) for number, cell in enumerate(cells)]
        if LONE_SURROGATE.search(text):
            plain = _without_surrogates(plain)
        # `v4.new_code_cell` and its like would validate each cell against the schema, which is slow.
        nodes = [nbformat.from_dict(cell) for cell in plain]  # type: ignore[no-untyped-call]
        return v4.new_notebook(cells=nodes)  # type: ignore[no-untyped-call, no-any-return]
    except NotGradable:
        raise
    except RecursionError:
        raise NotGradable(BROKEN.format(reason="RecursionError")) from None
    except Exception as error:  # nbformat raises errors of many kinds for a broken or hostile file
        raise NotGradable(BROKEN.format(reason=_reason(error))) from None


def count_values(text: str) -> int:
    """Return about how many values a JSON text holds, told from its commas and brackets outside of strings."""
    structure = STRING.sub("", text)
    return sum(map(structure.count, ",[{"))


def _plain_cell(cell: Any, number: int) -> dict[str, Any]:
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    kind = cell.cell_type if cell.cell_type in ("code", "markdown") else "raw"
    plain: dict[str, Any] = {"cell_type": kind, "id": f"cell-{number}", "source": _source(cell)}
    plain |= {"metadata": {"nbgrader": nbgrader} if nbgrader else {}}
    if kind == "code":
        plain |= {"execution_count": None, "outputs": []}
    if kind == "markdown" and isinstance(cell.get("attachments"), dict):
        plain["attachments"] = cell.attachments  # pictures in a written answer
    return plain


def _without_surrogates(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Replace half characters by question marks: they are in no encoding, so neither Python nor a file takes them."""
    return cast(list[dict[str, Any]], json.loads(json.dumps(cells, ensure_ascii=False).encode("utf-8", "replace")))


def _source(cell: Any) -> str:
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)


def _reason(error: Exception) -> str:
    if isinstance(error.__context__, json.JSONDecodeError):
        return f"line {error.__context__.lineno}"
    return type(error).__name__
