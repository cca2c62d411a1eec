"""Computing a condition outside the student's process: its operands are seen by a probe, the rest stays here."""

from __future__ import annotations

import ast
from collections.abc import Collection

from autograder.importing.names import reads
from autograder.importing.values import SAFE_CALLS, SAFE_FUNCTIONS, SAFE_METHODS

LOGIC = (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Tuple, ast.List, ast.Set)


class Operands(ast.NodeTransformer):
    """Puts `row[0]`, `row[1]` and so on in the place of what a condition is computed from.

    `found` has the operands. One that no student's code has a part in is `right[...]`, the reference's: the student's
    process is not asked for it. What is left are comparisons and the like, which take no longer than the values are
    large.
    """

    def __init__(self, student: Collection[str]) -> None:
        self._student = set(student)
        self.found: list[str] = []

    def visit(self, node: ast.AST) -> ast.AST:
        """Replace an expression, or those inside it where it is a comparison or the like."""
        if isinstance(node, ast.Constant) or not isinstance(node, ast.expr):
            return node
        if isinstance(node, LOGIC) or self._is_logic_call(node):
            return self._inside(node)
        if _is_type(node):
            return node
        self.found.append(ast.unparse(node))
        whose = "row" if reads(node) & self._student else "right"
        return ast.Subscript(ast.Name(whose, ast.Load()), ast.Constant(len(self.found) - 1), ast.Load())

    def _inside(self, node: ast.expr) -> ast.expr:
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr in SAFE_METHODS:
                node.func.value = self._expr(node.func.value)
            node.args = [self._expr(argument) for argument in node.args]
            return node
        return self.generic_visit(node)  # type: ignore[return-value]

    def _expr(self, node: ast.expr) -> ast.expr:
        return self.visit(node)  # type: ignore[return-value]

    def _is_logic_call(self, node: ast.expr) -> bool:
        if not isinstance(node, ast.Call) or node.keywords:
            return False
        if isinstance(node.func, ast.Name):
            return node.func.id in SAFE_CALLS and not any(isinstance(one, ast.GeneratorExp) for one in node.args)
        if not isinstance(node.func, ast.Attribute):
            return False
        if isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "numpy", "torch"):
            return node.func.attr in SAFE_FUNCTIONS
        return node.func.attr in ("all", "any") and isinstance(node.func.value, ast.Compare)


def _is_type(node: ast.expr) -> bool:
    """Tell whether an expression names a built-in type or one of a library: the second part of `isinstance`."""
    text = ast.unparse(node)
    return text in ("int", "float", "str", "bool", "list", "tuple", "dict", "set") or text.startswith(
        ("np.nd", "np.float", "np.int", "numpy.nd", "torch.Tensor", "pd.DataFrame", "pd.Series")
    )
