"""Writing the definition of an exercise: marks of this engine stand around the solution inside its body."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence

from autograder.course.markers import BEGIN_SOLUTION, END_SOLUTION

Definition = ast.FunctionDef | ast.ClassDef


def first_line(node: ast.stmt) -> int:
    """Return the line on which a statement begins, with its decorators."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def has_lines(node: ast.stmt, lines: Collection[int]) -> bool:
    """Tell whether any of these lines belongs to a statement."""
    return any(first_line(node) <= line <= (node.end_lineno or node.lineno) for line in lines)


def marked_definition(node: Definition, source: str, solution: Collection[int]) -> str:
    """Return a function or a class with marks around the statements of its body that are the solution.

    Methods are marked one by one. A statement is marked as a whole, so that the stub is always valid Python.
    """
    lines = source.splitlines()
    begins, ends = set[int](), set[int]()
    _mark(node, solution, begins, ends)
    written = list[str]()
    for number in range(first_line(node), (node.end_lineno or node.lineno) + 1):
        line = lines[number - 1]
        indent = line[: len(line) - len(line.lstrip())]
        written += [f"{indent}{BEGIN_SOLUTION}"] * (number in begins)
        written += [line]
        if number in ends:
            opening = next(one for one in reversed(written) if one.strip() == BEGIN_SOLUTION)
            written.append(opening.replace(BEGIN_SOLUTION, END_SOLUTION))
    return "\n".join(written)


def _mark(node: Definition, solution: Collection[int], begins: set[int], ends: set[int]) -> None:
    body = [one for index, one in enumerate(node.body) if index or ast.get_docstring(node) is None]
    if isinstance(node, ast.ClassDef) and not any(has_lines(one, solution) for one in body if not _is_method(one)):
        for one in body:
            if isinstance(one, Definition):
                _mark(one, solution, begins, ends)
        return
    if not body or body[0].lineno == node.lineno:  # nothing but a docstring, or all in one line
        return
    for run in _runs(body, solution):
        begins.add(first_line(run[0]))
        ends.add(run[-1].end_lineno or run[-1].lineno)


def _runs(body: Sequence[ast.stmt], solution: Collection[int]) -> list[list[ast.stmt]]:
    """Return the statements of the solution, those that follow each other together."""
    found: list[list[ast.stmt]] = []
    inside = False
    for one in body:
        is_solution = has_lines(one, solution)
        if is_solution:
            if not inside:
                found.append([])
            found[-1].append(one)
        inside = is_solution
    return found


def _is_method(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef)


def variable_definition(name: str, statements: Sequence[ast.stmt], language: str) -> str:
    """Return a function that gives what the notebook assigned to a variable."""
    said = f"返回 `{name}` 的值。" if language == "zh" else f"Return the value of `{name}`."
    body = "\n".join(ast.unparse(statement) for statement in statements)
    inner = [*body.splitlines(), f"return {name}"]
    lines = [f'"""{said}"""', BEGIN_SOLUTION, *inner, END_SOLUTION]
    return "\n".join([f"def {name}():", *(f"    {line}" if line else "" for line in lines)])
