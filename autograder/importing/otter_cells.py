"""The cells of a notebook as otter sees them: what stands in a fence ```` ```otter ```` is a cell of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nbformat import v4

FENCE = re.compile(r"^[ \t]*```otter[ \t]*\n(.*?)^[ \t]*```[ \t]*$\n?", re.MULTILINE | re.DOTALL)
IGNORED = re.compile(r"\A\s*(?:##\s*ignore\s*##|#\s*ignore\b)", re.IGNORECASE)


def cells_of(notebook: Any) -> Iterator[tuple[int, Any]]:
    """Yield the cells with their numbers in the notebook, without those that otter ignores."""
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "markdown":
            yield from ((number, part) for part in _split(cell))
        elif not IGNORED.match(cell.source):
            yield number, cell


def _split(cell: Any) -> Iterator[Any]:
    """Yield the text of a Markdown cell and its fences in their order."""
    for index, text in enumerate(FENCE.split(cell.source)):
        if text.strip():
            make = v4.new_raw_cell if index % 2 else v4.new_markdown_cell
            yield make(text.strip())  # type: ignore[no-untyped-call]
