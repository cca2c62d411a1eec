"""What of a file of public cases matters to one exercise, so that its proof depends on no case of another."""

from __future__ import annotations

import ast
from collections.abc import Container
from pathlib import Path

NAME = "CASES"


def own_cases(path: Path, others: Container[str]) -> str:
    """Return a file of public cases without those in its tuple or list that say they belong to one of `others`.

    A file that Python cannot read is returned whole; one that is not there is empty.
    """
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return text
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, (ast.Tuple, ast.List)) and _is_named(node):
            node.value.elts = [one for one in node.value.elts if _exercise_of(one) not in others]
    return ast.unparse(tree)


def _is_named(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == NAME for target in node.targets)


def _exercise_of(case: ast.expr) -> str:
    """Return the exercise that a call in the list names first, as `Case` does; "" where that is not known."""
    first = case.args[0] if isinstance(case, ast.Call) and case.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""
