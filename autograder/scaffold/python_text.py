"""Adding to the text of a Python file, so that its comments and its layout stay."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from itertools import chain

from autograder.course.errors import UsageError

BRACKETS = re.compile(rb"(?:\s*\))*")


def with_item(source: str, name: str, item: str, file: str) -> str:
    """Return Python source in which the tuple or list `name` at its top level has one more item, as its last.

    `item` is the text of the item in whole lines, with a comma at its end. Raises `UsageError` where the source has no
    such tuple or list.
    """
    literal = _literal(source, name)
    if literal is None:
        raise UsageError(f"{file}: there is no tuple {name} = (…). Write one: the new item goes into it.")
    text = source.encode()  # the syntax tree counts bytes
    end = _offset(text, literal.end_lineno, literal.end_col_offset) - 1
    last = _end_of_items(text, literal) if literal.elts else end
    comma = b"," if literal.elts and not text[last:].lstrip().startswith(b",") else b""
    inner = (comma + text[last:end]).rstrip() + b"\n"
    changed = (text[:last] + inner + item.encode() + text[end:]).decode()
    found = _literal(changed, name)
    if found is None or len(found.elts) != len(literal.elts) + 1:
        raise UsageError(f"{file}: {name} has no safe place for one more item; write it there yourself: {item}")
    return changed


def _literal(source: str, name: str) -> ast.Tuple | ast.List | None:
    """Return the tuple or list that is assigned to a name at the top level, None if there is none."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Tuple | ast.List):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if name in {target.id for target in targets if isinstance(target, ast.Name)}:
                return node.value
    return None


def _end_of_items(text: bytes, literal: ast.Tuple | ast.List) -> int:
    """Return the offset behind the last item, and behind brackets around it."""
    last = literal.elts[-1]
    end = _offset(text, last.end_lineno, last.end_col_offset)
    closing = BRACKETS.match(text[end : _offset(text, literal.end_lineno, literal.end_col_offset) - 1])
    return end + (closing.end() if closing else 0)


def _offset(text: bytes, line: int | None, column: int | None) -> int:
    """Return the offset of a place that the syntax tree gives by its line and its column."""
    return sum(map(len, text.splitlines(keepends=True)[: (line or 1) - 1])) + (column or 0)


def with_imports(source: str, needed: Iterable[tuple[str, str]]) -> str:
    """Return Python source that imports each needed pair of a module and a name as well."""
    body = ast.parse(source).body
    imports = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.asname or alias.name for alias in chain.from_iterable(node.names for node in imports)}
    added = [f"from {module} import {name}" for module, name in needed if name not in names]
    lines = source.splitlines()
    above: list[ast.stmt] = [*imports] or [node for node in body[:1] if isinstance(node, ast.Expr)]
    place = (above[-1].end_lineno or 0) if above else 0
    return "\n".join([*lines[:place], *added, *lines[place:]]) + "\n" if added else source
