"""The code cells of a notebook as plain Python, magics made harmless by IPython's own transformer."""

from __future__ import annotations

import functools
import json
import re
from typing import Any

import nbformat
from IPython.core.inputtransformer2 import TransformerManager

from autograder.submission.read import NotGradable
from autograder.text import Text

DEFINING_MAGICS = ("time", "capture")  # cell magics whose body runs in the notebook's own namespace
SPECIAL = re.compile(r"[%!?]|^\s|^>>>|^In \[|^[,;/]", re.MULTILINE)
LONGEST_TRANSFORMED = 200_000

BROKEN = Text(
    "笔记本文件已损坏，不是合法的 JSON 笔记本：{reason}。",
    "The notebook is broken, not a valid JSON notebook: {reason}.",
)


def code_cells(text: str) -> list[str]:
    """Return the source of each code cell as Python; raise `NotGradable` if `text` is no notebook."""
    try:
        notebook = nbformat.convert(nbformat.reader.reads(text), 4)  # type: ignore[no-untyped-call]
        sources = [_source(cell) for cell in notebook.cells if cell.cell_type == "code"]
    except RecursionError:
        raise NotGradable(BROKEN.format(reason="RecursionError")) from None
    except Exception as error:  # any oddity of a hostile or broken file has this one meaning
        raise NotGradable(BROKEN.format(reason=_reason(error))) from None
    return [to_python(source) for source in sources]


def to_python(source: str) -> str:
    """Return a cell's source as Python, keeping its line numbers; a cell IPython cannot read stays as it is."""
    source = _without_cell_magics(source)
    if len(source) > LONGEST_TRANSFORMED or not SPECIAL.search(source):
        return source
    try:
        return str(_transformer().transform_cell(source))
    except (SyntaxError, ValueError, RecursionError):
        return source


@functools.cache
def _transformer() -> TransformerManager:
    return TransformerManager()  # type: ignore[no-untyped-call]


def _without_cell_magics(source: str) -> str:
    """Comment out the magics of a cell whose body defines things; empty a cell whose body is not ours to run."""
    lines = source.split("\n")
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        if not line.startswith("%%"):
            break
        name = re.match(r"%%(\w*)", line)
        if name is None or name[1] not in DEFINING_MAGICS:
            return "#"
        lines[index] = f"# {line}"
    return "\n".join(lines)


def _source(cell: Any) -> str:
    source = cell.source
    return "".join(source) if isinstance(source, list) else str(source)


def _reason(error: Exception) -> str:
    if isinstance(error.__context__, json.JSONDecodeError):
        return f"line {error.__context__.lineno}"
    return type(error).__name__
