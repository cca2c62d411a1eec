"""Python files that authors of a course write: what cannot be read is told with its line."""

from __future__ import annotations

import ast
from pathlib import Path

from autograder.course.errors import UsageError


def read_python(path: Path) -> str:
    """Return the text of a Python file; raise `UsageError` with the line and the fault where Python cannot read it."""
    source = path.read_text(encoding="utf-8")
    require_python(path, source)
    return source


def require_python(path: Path, source: str) -> None:
    """Raise `UsageError` with the line and the fault where Python cannot read the text of a file."""
    try:
        ast.parse(source)
    except SyntaxError as error:
        raise UsageError(syntax_fault(path, error)) from None


def syntax_fault(path: Path, error: SyntaxError) -> str:
    """Return the sentence on a file that has a syntax error."""
    return f"{path}:{error.lineno or 1}: {error.msg}."
