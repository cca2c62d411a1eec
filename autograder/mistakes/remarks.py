"""What is plain from the text of a wrong answer alone: a `print` in the place of a `return`, an argument never used."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from autograder.course.parse import parse
from autograder.course.text import Text

PRINTS = Text(
    "{where} 里有 print，却没有 return：结果要用 return 交回来，print 只是显示出来。",
    "{where} prints but returns nothing: a result is given back by `return`; `print` only shows it.",
)
ENDS_EARLY = Text(
    "{where} 的 return 写在了循环里面，循环走完第一遍就结束了。",
    "In {where} a `return` stands in the loop itself, so the loop ends after its first pass.",
)
UNUSED = Text("{where} 没有用到参数 {name}。", "{where} never uses its argument {name}.")
REPLACED = Text(
    "{where} 还没有用参数 {name}，就给它重新赋了值。",
    "{where} gives its argument {name} another value before it has used it.",
)
LOOKS_AT_ALL = {"locals", "vars", "eval", "exec", "dir"}  # a function that calls one of these may use anything
Function = ast.FunctionDef | ast.AsyncFunctionDef


def remark_on(cells: Sequence[str], exercise: str) -> Text | None:
    """Return the first remark on the last definition of an exercise, or None; it quotes only names in the code."""
    definitions = [node for cell in cells for node in _top_level(cell) if node.name == exercise]
    if not definitions:
        return None
    return next((remark for function in _functions(definitions[-1]) for remark in _remarks(function)), None)


def _top_level(cell: str) -> Iterator[Function | ast.ClassDef]:
    tree = parse(cell)
    for node in tree.body if tree else ():
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node


def _functions(definition: Function | ast.ClassDef) -> Iterator[Function]:
    """Yield a function, or the methods of a class that do not begin with an underscore."""
    if not isinstance(definition, ast.ClassDef):
        yield definition
        return
    for node in definition.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not node.name.startswith("_"):
            yield node


def _remarks(function: Function) -> Iterator[Text]:
    nodes = list(ast.walk(function))
    returns = [node for node in nodes if isinstance(node, (ast.Return, ast.Yield, ast.YieldFrom)) and node.value]
    if not returns and "print" in _called(nodes):
        yield PRINTS.format(where=function.name)
    if any(isinstance(node, (ast.For, ast.While)) and _always_returns(node.body) for node in nodes):
        yield ENDS_EARLY.format(where=function.name)
    if LOOKS_AT_ALL & _called(nodes):
        return
    read = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    for name in _arguments(function):
        if name not in read:
            yield UNUSED.format(where=function.name, name=name)
        elif _is_replaced(function, name):
            yield REPLACED.format(where=function.name, name=name)


def _called(nodes: Sequence[ast.AST]) -> set[str]:
    calls = (node.func for node in nodes if isinstance(node, ast.Call))
    return {called.id for called in calls if isinstance(called, ast.Name)}


def _always_returns(body: Sequence[ast.stmt]) -> bool:
    """Tell whether the body of a loop returns in its first pass, with nothing before that could jump over it."""
    jumps = [node for statement in body for node in ast.walk(statement) if isinstance(node, (ast.Continue, ast.Break))]
    return not jumps and any(isinstance(statement, ast.Return) for statement in body)


def _arguments(function: Function) -> list[str]:
    """Return the names of the arguments, but for `self` and those whose names begin with an underscore."""
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return [name for name in names if name != "self" and not name.startswith("_")]


def _is_replaced(function: Function, name: str) -> bool:
    """Tell whether the first statement in which an argument stands gives it a value that it has no part in."""
    for statement in function.body:
        uses = [node for node in ast.walk(statement) if isinstance(node, ast.Name) and node.id == name]
        if uses:
            return isinstance(statement, ast.Assign) and all(isinstance(node.ctx, ast.Store) for node in uses)
    return False
