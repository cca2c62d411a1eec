"""The names that statements of a notebook bind, read and change, and which statements others need."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable, Sequence

from autograder.submissions.global_names import names_of

SHOWS = {"print", "display"}
SEEDS = {"seed", "manual_seed", "set_seed"}


def reads(node: ast.AST) -> frozenset[str]:
    """Return the global names that a statement or an expression reads."""
    return names_of(ast.unparse(node)).read


def binds(statement: ast.stmt) -> frozenset[str]:
    """Return the global names that a statement binds."""
    return names_of(ast.unparse(statement)).bound


def is_seed(statement: ast.stmt) -> bool:
    """Tell whether a statement seeds a random generator that all code shares."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in SEEDS


def root(node: ast.AST) -> str | None:
    """Return the name that an expression such as `x.items[0]` begins with."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def bound_by(target: ast.expr) -> set[str]:
    """Return the names that a target of an assignment or a loop binds."""
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def changes(statement: ast.stmt, answers: Container[str] = ()) -> set[str]:
    """Return the names whose values a statement may change: `x.append(1)`, `x[0] = 1`, `shuffle(x)`.

    A call of one of the `answers` may change what it is given.
    """
    found = set[str]()
    for node in ast.walk(statement):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            found |= _changed_by_call(node.value)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in answers:
            found |= {argument.id for argument in node.args if isinstance(argument, ast.Name)}
        elif isinstance(node, (ast.Assign, ast.AugAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {name for target in targets if not isinstance(target, ast.Name) if (name := root(target))}
    return found


def _changed_by_call(call: ast.Call) -> set[str]:
    if isinstance(call.func, ast.Name) and call.func.id in SHOWS:
        return set()
    owner = root(call.func) if isinstance(call.func, ast.Attribute) else None
    given = [argument.id for argument in call.args if isinstance(argument, ast.Name)]
    return {name for name in [owner, *given] if name}


def needed_statements(
    statements: Sequence[ast.stmt], wanted: Iterable[str], answers: Container[str] = ()
) -> list[ast.stmt]:
    """Return the statements, in order, that give the wanted names their values; seeds stay with them."""
    needed, kept = set(wanted), list[ast.stmt]()
    for statement in reversed(statements):
        if (binds(statement) | changes(statement, answers)) & needed or is_seed(statement):
            kept.append(statement)
            needed |= reads(statement)
    kept.reverse()
    return kept if any(not is_seed(one) for one in kept) else []
