"""Writing expected values and arguments of checks as Python."""

from __future__ import annotations

import ast

from autograder.importing.claim_model import Equal

MOST_ASKED = 120  # characters
MOST_EXACT = 2**53  # whole numbers that a float holds exactly


class NotDirectError(Exception):
    """A statement needs the process of the student's code."""


def is_count(node: ast.expr) -> bool:
    """Tell whether an expression counts: its items are plain values."""
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("range", "enumerate", "zip", "np.arange")


def is_number(node: ast.expr) -> bool:
    """Tell whether an expression is a number in the text."""
    return isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool)


def as_expected(node: ast.expr) -> str:
    """Return an expected value as Python; a whole number becomes a float, for `==` takes 4.0 for 4 as well."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and is_number(node.operand):
        return f"-{as_expected(node.operand)}"
    if isinstance(node, ast.Constant) and type(node.value) is int and node.value < MOST_EXACT:
        return repr(float(node.value))
    return ast.unparse(node)


def as_condition(claim: Equal) -> ast.expr:
    """Return the condition that two values are equal; raise `NotDirectError` where they may differ a little."""
    if claim.rtol is not None or claim.converts:
        raise NotDirectError
    operator = ast.Is() if isinstance(claim.right, ast.Constant) and claim.right.value is None else ast.Eq()
    return ast.Compare(claim.left, [operator], [claim.right])


def as_asked(condition: ast.expr, said: str, *, public: bool) -> str:
    """Return the argument that tells students what a condition asks, "" where the test is hidden or the text is long.

    It is what the notebook says of it, or the condition itself.
    """
    asked = said or f"`{ast.unparse(condition)}`"
    return f"asked={asked!r}" if public and len(asked) <= MOST_ASKED else ""


def joined(*parts: str) -> str:
    """Return arguments as Python writes them, without the empty ones."""
    return ", ".join(part for part in parts if part)
