"""Telling a stub that a student left as it was from a definition with code in it."""

from __future__ import annotations

import ast


def is_stub(node: ast.stmt) -> bool:
    """Tell whether a definition at the top level is one that nobody has filled in."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return all(map(_is_empty, node.body))
    if isinstance(node, ast.ClassDef):
        return all(_is_empty(part) or is_stub(part) for part in node.body)
    return False


def _is_empty(node: ast.stmt) -> bool:
    """Tell whether a statement is a docstring, `pass`, `...`, or nbgrader's `raise NotImplementedError()`."""
    if isinstance(node, ast.Raise) and node.exc is not None:
        name = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        return isinstance(name, ast.Name) and name.id == "NotImplementedError"
    return isinstance(node, ast.Pass) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
