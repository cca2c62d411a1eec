"""Removing hidden tests from the pages that `nbgrader generate_feedback` makes."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests  # type: ignore[import-untyped]
from nbgrader.utils import is_grade, is_solution  # type: ignore[import-untyped]


class HideTests(ClearHiddenTests):  # type: ignore[misc]
    """Removes hidden tests from grade cells only; nbgrader would stop at a marker that a student wrote elsewhere."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], cell_index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return a grade cell without its hidden part, and any other cell unchanged."""
        if is_grade(cell) and not is_solution(cell):
            cell, resources = super().preprocess_cell(cell, resources, cell_index)
        return cell, resources
