"""The statements of a cell of tests, with what functions and blocks hide from a reader laid open."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence

from autograder.importing.claims import claims_of


def open_statements(statements: Sequence[ast.stmt], hidden: Collection[int] = ()) -> list[ast.stmt]:
    """Return the statements with the bodies of test functions and test classes in the place of their calls.

    A test function is one that asserts something and returns nothing. Where no call of it is left, it stands at its
    place, and its parameters are the names of the notebook. What a call in `hidden` lines tests has its line.
    """
    tests = {one.name: one for one in statements if isinstance(one, ast.FunctionDef) and _is_test(one)}
    called = {call.func.id for one in statements if (call := _call_of(one, tests))}  # type: ignore[attr-defined]
    return [opened for one in statements for opened in _opened(one, tests, called, hidden)]


def _opened(
    one: ast.stmt, tests: dict[str, ast.FunctionDef], called: set[str], hidden: Collection[int]
) -> Iterator[ast.stmt]:
    if isinstance(one, ast.ClassDef) and any(ast.unparse(base).endswith("TestCase") for base in one.bases):
        for method in one.body:
            if isinstance(method, ast.FunctionDef) and method.name.startswith("test"):
                yield from method.body
    elif isinstance(one, ast.FunctionDef) and one.name in tests:
        yield from [] if one.name in called else one.body
    elif call := _call_of(one, tests):
        inlined = _inlined(tests[call.func.id], call)  # type: ignore[attr-defined]
        is_hidden = any(call.lineno <= line <= (call.end_lineno or call.lineno) for line in hidden)
        yield from (_located(part, call) for part in inlined) if is_hidden else inlined
    elif isinstance(one, ast.Try) and _only_reports(one):
        yield from one.body
    elif isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
        return  # a text
    else:
        yield one


def _is_test(node: ast.FunctionDef) -> bool:
    returns = any(isinstance(inner, (ast.Return, ast.Yield)) for inner in ast.walk(node))
    return not returns and any(claims_of(inner) for inner in ast.walk(node) if isinstance(inner, ast.stmt))


def _call_of(one: ast.stmt, tests: dict[str, ast.FunctionDef]) -> ast.Call | None:
    call = one.value if isinstance(one, ast.Expr) else None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in tests:
        return call
    return None


def _inlined(test: ast.FunctionDef, call: ast.Call) -> Iterator[ast.stmt]:
    """Yield the body of a test with its arguments; a name or a constant takes the place of a parameter."""
    names = [parameter.arg for parameter in test.args.args]
    given = dict(zip(names, call.args, strict=False)) | {one.arg: one.value for one in call.keywords if one.arg}
    defaults = dict(zip(reversed(names), reversed(test.args.defaults), strict=False))
    values = {name: value for name in names if (value := given.get(name, defaults.get(name))) is not None}
    swapped = {name: value for name, value in values.items() if isinstance(value, (ast.Name, ast.Constant))}
    for name, value in values.items():
        if name not in swapped:
            yield _located(ast.Assign([ast.Name(name, ast.Store())], value), call)
    for statement in test.body:
        if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
            yield _located(_Swap(swapped).visit(ast.parse(ast.unparse(statement)).body[0]), statement)


def _located(new: ast.stmt, old: ast.AST) -> ast.stmt:
    for node in ast.walk(new):
        if isinstance(node, (ast.stmt, ast.expr)):
            ast.copy_location(node, old)
    return ast.fix_missing_locations(new)


class _Swap(ast.NodeTransformer):
    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._values.get(node.id, node) if isinstance(node.ctx, ast.Load) else node


def _only_reports(one: ast.Try) -> bool:
    """Tell whether a `try` asserts, and its handlers say no more than that an assert failed."""
    asserts = any(claims_of(inner) for inner in one.body)
    return asserts and not one.orelse and bool(one.handlers) and not claims_of(one)
