"""Which values of a test come from the student's code."""

from __future__ import annotations

import ast
from collections.abc import Collection

from autograder.importing.claims import claims_of
from autograder.importing.names import binds, bound_by, reads


def without_sizes(node: ast.expr) -> ast.expr:
    """Return an expression with numbers in the place of sizes of values."""
    copied: ast.expr = _WithoutSizes().visit(ast.parse(ast.unparse(node), mode="eval").body)
    return copied


class _WithoutSizes(ast.NodeTransformer):
    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return ast.Constant(0) if node.attr in ("shape", "size", "ndim") else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        return ast.Constant(0) if ast.unparse(node.func) == "len" else self.generic_visit(node)


def bound_inside(block: ast.stmt, student: Collection[str]) -> set[str]:
    """Return the names that a block binds to what comes from the student's code."""
    found, known = set[str](), set(student)
    for one in ast.walk(block):
        if isinstance(one, ast.For):
            found |= bound_by(one.target) if reads(one.iter) & known else set()
        elif isinstance(one, ast.withitem) and one.optional_vars is not None:
            found |= bound_by(one.optional_vars) if reads(one.context_expr) & known else set()
        elif isinstance(one, ast.stmt) and not _has_statements(one) and not claims_of(one) and reads(one) & known:
            found |= binds(one)
    return found


def _has_statements(statement: ast.stmt) -> bool:
    """Tell whether a statement is a block, whose parts bind names one by one."""
    return isinstance(statement, (ast.While, ast.If, ast.With, ast.Try))
