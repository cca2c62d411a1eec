"""Which values of a test come from the student's code."""

from __future__ import annotations

import ast
from collections.abc import Collection

from autograder.importing.claims import claims_of
from autograder.importing.names import binds, reads


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
    inner = [one for one in ast.walk(block) if isinstance(one, ast.stmt) and one is not block and not claims_of(one)]
    found = {name for one in inner if reads(one) & set(student) for name in binds(one)}
    head = block.iter if isinstance(block, ast.For) else None
    if isinstance(block, ast.For) and head is not None and reads(head) & set(student):
        found |= {node.id for node in ast.walk(block.target) if isinstance(node, ast.Name)}
    return found
