"""What a statement of a test claims: two values are equal or close, a condition holds, a call raises."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from autograder.importing.claim_calls import DISTANCES, called_name, read_call
from autograder.importing.claim_model import Claim, Equal, Holds, Raises


def claims_of(statement: ast.stmt) -> list[Claim]:
    """Return what a statement claims, nothing where it is no claim or has others inside."""
    if isinstance(statement, ast.Assert):
        return _of_condition(statement.test)
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        return read_call(statement.value)
    if isinstance(statement, ast.If) and not statement.orelse and all(_fails(one) for one in statement.body):
        return [Holds(ast.UnaryOp(ast.Not(), statement.test))]
    return _of_raises(statement)


def said_by(statement: ast.stmt) -> str:
    """Return what an assert says where it fails, "" where it says nothing or computes it."""
    message = statement.msg if isinstance(statement, ast.Assert) else None
    is_text = isinstance(message, ast.Constant) and isinstance(message.value, str)
    return " ".join(message.value.split()) if is_text else ""  # type: ignore[union-attr]


def has_claims(statement: ast.stmt) -> bool:
    """Tell whether a statement or one inside it claims something."""
    return any(claims_of(inner) for inner in ast.walk(statement) if isinstance(inner, ast.stmt))


def _of_condition(test: ast.expr) -> list[Claim]:
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return [claim for value in test.values for claim in _of_condition(value)]
    test = _without_all(test)
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        return [_of_comparison(test, test.left, test.ops[0], test.comparators[0])]
    return (read_call(test) if isinstance(test, ast.Call) else []) or [Holds(test)]


def _without_all(test: ast.expr) -> ast.expr:
    """Return the condition inside `np.all(...)`, `all(...)` or `(...).all()` where it compares whole arrays."""
    if isinstance(test, ast.Call) and called_name(test) == "all":
        inner = test.args[0] if test.args else test.func.value if isinstance(test.func, ast.Attribute) else test
        if isinstance(inner, ast.Compare) and len(inner.ops) == 1 and isinstance(inner.ops[0], ast.Eq):
            call = ast.Name("array_equal", ast.Load())
            return ast.Call(call, [inner.left, inner.comparators[0]], [])
        if isinstance(inner, ast.Call) and called_name(inner) in ("isclose", "allclose"):
            return inner
    return test


def _of_comparison(test: ast.expr, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> Claim:
    if isinstance(operator, ast.Is) and isinstance(right, ast.Constant):
        return Equal(left, right)
    if isinstance(operator, ast.Eq):
        return _of_equality(left, right)
    if isinstance(operator, (ast.Gt, ast.GtE)):
        left, right = right, left
    small = isinstance(operator, (ast.Lt, ast.LtE, ast.Gt, ast.GtE)) and _difference(left)
    if small and not _names(right):
        return Equal(small[0], small[1], rtol="0", atol=ast.unparse(right))
    return Holds(test)


def _of_equality(left: ast.expr, right: ast.expr) -> Claim:
    for one, other in ((left, right), (right, left)):
        if isinstance(one, ast.Call) and called_name(one) == "approx" and one.args:
            relative = next((ast.unparse(word.value) for word in one.keywords if word.arg == "rel"), "1e-06")
            absolute = next((ast.unparse(word.value) for word in one.keywords if word.arg == "abs"), "1e-12")
            return Equal(other, one.args[0], rtol=relative, atol=absolute)
        if places := _rounded(one, other):
            return Equal(one.args[0], other, rtol="0", atol=places)  # type: ignore[attr-defined]
    return Equal(left, right)


def _rounded(one: ast.expr, other: ast.expr) -> str:
    """Return the error that `round(value, 2) == 3.14` allows, "" for anything else."""
    if not (isinstance(one, ast.Call) and called_name(one) in ("round", "around") and len(one.args) == 2):
        return ""
    digits = one.args[1]
    is_number = isinstance(other, ast.Constant) and isinstance(other.value, (int, float))
    known = isinstance(digits, ast.Constant) and isinstance(digits.value, int)
    return repr(0.5 * 10.0**-digits.value) if is_number and known else ""  # type: ignore[attr-defined]


def _difference(node: ast.expr) -> tuple[ast.expr, ast.expr] | None:
    """Return the two values whose distance an expression computes: `abs(a - b)`, `np.linalg.norm(a - b)`."""
    while isinstance(node, ast.Call) and called_name(node) in DISTANCES:
        inner = node.args[0] if node.args else node.func.value if isinstance(node.func, ast.Attribute) else None
        if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Sub):
            return inner.left, inner.right
        if inner is None:
            return None
        node = inner
    return None


def _names(node: ast.AST) -> list[str]:
    return [inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)]


def _of_raises(statement: ast.stmt) -> list[Claim]:
    if isinstance(statement, ast.With) and len(statement.items) == 1:
        call = statement.items[0].context_expr
        if (
            isinstance(call, ast.Call)
            and called_name(call) in ("raises", "assert_raises", "assertRaises")
            and call.args
        ):
            match = next((ast.unparse(word.value) for word in call.keywords if word.arg == "match"), None)
            return [Raises(call.args[0], tuple(statement.body), match)]
    if isinstance(statement, ast.Try) and len(statement.handlers) == 1 and not statement.finalbody:
        return _of_try(statement, statement.handlers[0])
    return []


def _of_try(statement: ast.Try, handler: ast.ExceptHandler) -> list[Claim]:
    """Read `try: f(); raise AssertionError / except ValueError: pass`, the failing line in the body or in `else`."""
    body = [one for one in statement.body if not _fails(one)]
    misses = len(body) < len(statement.body) or (bool(statement.orelse) and all(map(_fails, statement.orelse)))
    catches_failure = handler.type is None or ast.unparse(handler.type) in ("AssertionError", "BaseException")
    if not misses or catches_failure or any(map(_fails, handler.body)) or _asserts(body):
        return []
    return [Raises(handler.type, tuple(body), None)] if handler.type is not None else []


def _asserts(statements: Sequence[ast.stmt]) -> bool:
    return any(isinstance(node, ast.Assert) for one in statements for node in ast.walk(one))


def _fails(statement: ast.stmt) -> bool:
    """Tell whether a statement is the failure of a test: `raise`, `assert False`, `pytest.fail()`."""
    if isinstance(statement, ast.Assert):
        return isinstance(statement.test, ast.Constant) and not statement.test.value
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(statement, ast.Raise) or (isinstance(call, ast.Call) and called_name(call) == "fail")
