"""Why a mutant matters: in words, the wrong answer that it stands for."""

from __future__ import annotations

import ast
import functools

from autograder.prove.wrapped import FILES, SPOILING

CONDITION = "Tell whether "


def why_slipped(slip: str) -> str:
    """Return what it means that a mutant with a slip in its code survives."""
    return f"An answer with {slip} at this place gets full marks."


def why_wrapped(statement: str, exercise: ast.stmt) -> str:
    """Return what it means that a mutant survives in which this statement wraps the exercise."""
    wrapper, index, words = _call_in(statement)
    name = _argument(statement, index, exercise)
    of_argument = f" ({name})" if name else ""
    said = [_said(word) for word in words if _said(word)]
    conditions = [one.removeprefix(CONDITION) for one in said if one.startswith(CONDITION)]
    if conditions:
        return f"An answer that is wrong where {conditions[0]}{of_argument} gets full marks."
    does = ": ".join(_lower(one) for one in (_said(wrapper), *said))
    return f"An answer that does this gets full marks: {does}{of_argument}."


def _call_in(statement: str) -> tuple[str, int | None, list[str]]:
    """Return the wrapper that a statement calls, the index of the argument that it looks at, and the names it gives."""
    (assignment,) = ast.parse(statement).body
    assert isinstance(assignment, ast.Assign)
    assert isinstance(assignment.value, ast.Call)
    _, *others = assignment.value.args
    numbers = [one.value for one in others if isinstance(one, ast.Constant) and type(one.value) is int]
    names = [ast.unparse(one) for one in others if isinstance(one, (ast.Name, ast.Attribute))]
    words = [one for one in names if not one.isupper()]  # a constant is a limit that the wrapper tells itself
    return ast.unparse(assignment.value.func), numbers[0] if numbers else None, words


def _argument(statement: str, index: int | None, exercise: ast.stmt) -> str:
    """Return the name of the argument at an index, where the wrapper looks at an argument."""
    target, _, call = statement.partition(" = ")
    if index is None or not call.startswith(("wrong_where(", "changes_first(", "changes_after", "keeps_argument(")):
        return ""
    nodes = [one for one in ast.walk(exercise) if isinstance(one, ast.FunctionDef)]
    function = next(one for one in nodes if one.name == target.rpartition(".")[2])
    return function.args.args[index].arg


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _said(name: str) -> str:
    """Return what a name of the spoiling code, or of Python, says that it does: its docstring without the full stop."""
    return _docstrings().get(name, name).rstrip(".")


@functools.cache
def _docstrings() -> dict[str, str]:
    trees = [ast.parse((SPOILING / f"{name}.py").read_text(encoding="utf-8")) for name in FILES]
    functions = [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {function.name: ast.get_docstring(function) or "" for function in functions}
