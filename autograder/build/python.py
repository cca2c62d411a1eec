"""Definitions and imports at the top level of Python source, each as it was written."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from itertools import takewhile

Definition = ast.FunctionDef | ast.ClassDef


def definitions_of(source: str) -> dict[str, str]:
    """Return the text of every function and class at the top level, by name, in order."""
    nodes = ast.parse(source).body
    return {node.name: text_of(node, source) for node in nodes if isinstance(node, Definition)}


def text_of(node: ast.stmt, source: str) -> str:
    """Return the whole lines of a top-level statement: from its decorators to the last comment in its body."""
    decorators = node.decorator_list if isinstance(node, Definition) else []
    first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
    lines = source.splitlines()
    comments = takewhile(lambda line: line[:1] in ("", " ", "\t"), lines[node.end_lineno :])
    return "\n".join([*lines[first - 1 : node.end_lineno], *comments]).rstrip()


def imports_of(source: str) -> list[str]:
    """Return one line for each name imported at the top level, but for `__future__`, which notebooks do not need."""
    lines = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.Import):
            lines += [ast.unparse(ast.Import([alias])) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
            lines += [ast.unparse(ast.ImportFrom(node.module, [alias], node.level)) for alias in node.names]
    return lines


def merge_imports(lines: Iterable[str]) -> str:
    """Return the lines of `imports_of` as one block: each name once, `import` before `from`, sorted."""
    plain, grouped = set(), dict[str, set[str]]()
    for line in lines:
        module, _, name = line.partition(" import ")
        if name:
            grouped.setdefault(module, set()).add(name)
        else:
            plain.add(line)
    return "\n".join(
        sorted(plain) + [f"{module} import {', '.join(sorted(grouped[module]))}" for module in sorted(grouped)]
    )
