"""The mutation operators: what one small mistake can make of a piece of syntax.

Each takes a node and yields what may stand in its place; `OPERATORS` says what the mistake is.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.Div),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
}
KEPT = (ast.FunctionDef, ast.ClassDef, ast.Pass, ast.Assert)  # an assertion tells the type checker something, no more


def replacements(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield everything that one mistake can put in the place of a node, with what the mistake is."""
    for operator, slip in OPERATORS.items():
        yield from ((slip, other) for other in operator(node))


def compare_otherwise(node: ast.AST) -> Iterator[ast.AST]:
    """Turn `a < b` into `a <= b` and `a >= b`."""
    if isinstance(node, ast.cmpop):
        yield from (other() for other in COMPARISONS[type(node)])


def calculate_otherwise(node: ast.AST) -> Iterator[ast.AST]:
    """Turn `a + b` into `a - b` and `a * b`, and the same for `a += b`."""
    if isinstance(node, ast.operator):
        yield from (other() for other in ARITHMETIC.get(type(node), ()))


def drop_operands(node: ast.AST) -> Iterator[ast.AST]:
    """Turn `a + b` into `a` and `b`, `-a` into `a`."""
    if isinstance(node, ast.BinOp):
        yield from (node.left, node.right)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand


def change_constants(node: ast.AST) -> Iterator[ast.AST]:
    """Turn `2` into `3` and `1`, `True` into `False`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        yield from (ast.Constant(node.value + step) for step in (1, -1))


def swap_neighbours(node: ast.AST) -> Iterator[ast.AST]:
    """Turn `f(a, b)` into `f(b, a)`; the same for indices and for the items of tuples and lists."""
    if isinstance(node, ast.Call):
        yield from (ast.Call(node.func, args, node.keywords) for args in _swapped(node.args))
    elif isinstance(node, (ast.Tuple, ast.List)):
        yield from (type(node)(items, node.ctx) for items in _swapped(node.elts))


def drop_calls(node: ast.AST) -> Iterator[ast.AST]:
    """Turn `x.f(a)` into `x` and `a`, `f(a)` into `a`."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            yield node.func.value
        if node.args:
            yield node.args[0]


def drop_keywords(node: ast.AST) -> Iterator[ast.AST]:
    """Turn `f(a, key=b)` into `f(a)`."""
    if isinstance(node, ast.Call):
        for index in range(len(node.keywords)):
            yield ast.Call(node.func, node.args, node.keywords[:index] + node.keywords[index + 1 :])


def negate_conditions(node: ast.AST) -> Iterator[ast.AST]:
    """Turn `if a` into `if not a`, `a and b` into `a or b`."""
    if isinstance(node, (ast.If, ast.While)):
        yield type(node)(_negated(node.test), node.body, node.orelse)
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(_negated(node.test), node.body, node.orelse)
    elif isinstance(node, ast.comprehension):
        for index, test in enumerate(node.ifs):
            tests = [*node.ifs[:index], _negated(test), *node.ifs[index + 1 :]]
            yield ast.comprehension(node.target, node.iter, tests, node.is_async)
    elif isinstance(node, ast.boolop):
        yield ast.Or() if isinstance(node, ast.And) else ast.And()


def remove_statements(node: ast.AST) -> Iterator[ast.AST]:
    """Turn a statement into `pass`; a loop or a condition goes with all that is in it."""
    if isinstance(node, ast.stmt) and not isinstance(node, KEPT):
        yield ast.Pass()


OPERATORS: dict[Callable[[ast.AST], Iterator[ast.AST]], str] = {
    compare_otherwise: "another comparison",
    calculate_otherwise: "another operation",
    drop_operands: "an operand or a sign left out",
    change_constants: "another constant",
    swap_neighbours: "two neighbours exchanged",
    drop_calls: "a call left out",
    drop_keywords: "a keyword left out",
    negate_conditions: "a condition turned around",
    remove_statements: "a statement left out",
}


def _swapped(items: list[ast.expr]) -> Iterator[list[ast.expr]]:
    for index in range(len(items) - 1):
        yield [*items[:index], items[index + 1], items[index], *items[index + 2 :]]


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)
