"""Variables of a notebook that became functions: what reads them has to call them."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from autograder.importing.names import binds, reads


def call_variables(statement: ast.stmt, variables: frozenset[str]) -> ast.stmt:
    """Return a statement that calls the functions of exercises that were variables; it keeps its line."""
    if not reads(statement) & variables:
        return statement
    copied = _Calls(variables - binds(statement)).visit(ast.parse(ast.unparse(statement)).body[0])
    for node in ast.walk(copied):
        if isinstance(node, (ast.stmt, ast.expr)):
            ast.copy_location(node, statement)
    return copied  # type: ignore[no-any-return]


def call_in_order(statements: Iterable[ast.stmt], variables: frozenset[str]) -> list[ast.stmt]:
    """Return statements that call the functions of exercises that were variables, until one binds their name anew."""
    bound, called = frozenset[str](), list[ast.stmt]()
    for one in statements:
        called.append(call_variables(one, variables - bound))
        bound |= binds(one)
    return called


class _Calls(ast.NodeTransformer):
    def __init__(self, variables: frozenset[str]) -> None:
        self._variables = variables

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self._variables and isinstance(node.ctx, ast.Load):
            return ast.Call(node, [], [])
        return node


def with_calls(source: str, node: ast.stmt, variables: frozenset[str]) -> str:
    """Return a cell in which a definition calls the functions of exercises that were variables; lines stay."""
    names = reads(node) & variables
    lines = source.splitlines()
    loads = [one for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)]
    for one in sorted(loads, key=lambda name: (name.lineno, name.col_offset), reverse=True):
        if one.id in names:
            line = lines[one.lineno - 1].encode()
            lines[one.lineno - 1] = f"{line[: one.end_col_offset].decode()}(){line[one.end_col_offset :].decode()}"
    return "\n".join(lines)
