"""Mutants that keep the code of a solution and spoil it along one dimension: sizes, values, state or gradients.

The annotations of an exercise say which dimensions it has. For an argument without an annotation there are none.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

SHAPES = (
    *("high", "wide", "even_height", "even_width", "odd_height", "odd_width", "even_square", "odd_square"),
    *("one_row", "one_column", "one_element"),
)
CONDITIONS = {
    "Tensor": (*SHAPES, "many", "zeros"),
    "tuple[int, int]": SHAPES,
    "int": ("wide", "even_width", "odd_width", "one_element"),
    "list": ("long_list", "three_items", "equal_items", "large_item"),
    "float": ("negative", "whole_number"),
}
VALUES = "clamped", "without_small", "abs"
IN_PLACE = {"Tensor": ("zero",), "list": ("list.sort", "list.reverse", "list.clear")}
CUT = "cuts_graph"
SLIGHTLY, FAR = "slightly_off", "far_off"
ROUNDINGS = "half", "brain_half", SLIGHTLY, FAR
SPOILING = Path(__file__).parent / "spoiling"


def wrapping_statements(exercise: ast.stmt) -> list[str]:
    """Return the statements that spoil a function or a class, one along each dimension of its annotations."""
    if isinstance(exercise, ast.FunctionDef):
        return [f"{exercise.name} = {call}" for call in _calls(exercise.name, exercise)]
    if isinstance(exercise, ast.ClassDef):
        methods = {node.name: node for node in exercise.body if isinstance(node, ast.FunctionDef)}
        if {"__init__", "forward"} <= methods.keys():
            return list(_statements_for_layer(exercise.name, methods["forward"]))
    return []


def spoiling_source() -> str:
    """Return the source of everything the statements use, in an order in which it can run."""
    files = [SPOILING / f"{name}.py" for name in ("conditions", "values", "wrappers", "layers")]
    lines = "\n".join(file.read_text(encoding="utf-8") for file in files).splitlines()
    return "\n".join(line for line in lines if not line.startswith(("from __future__", "from autograder")))


def _statements_for_layer(name: str, forward: ast.FunctionDef) -> Iterator[str]:
    """Yield what spoils a layer: as any function of its input, by its parameters, in one mode, and by calls."""
    calls = [
        *_calls(f"{name}.forward", forward),
        *(f"wrong_where({name}.forward, 0, {condition})" for condition in SHAPES),
        *(f"wrong_in_mode({name}.forward, {mode})" for mode in (True, False)),
        *(f"wrong_in_turn_of_layer({name}.forward, {turn})" for turn in (1, 2)),
        *(f"{CUT}{kind}({name}.forward, 1)" for kind in ("", "_where")),
        *(f"keeps_parameter({name}.forward, {index})" for index in (0, -1)),
    ]
    yield from (f"{name}.forward = {call}" for call in calls)
    for method in ("__init__", "forward"):
        yield from (f"{name}.{method} = adds_parameter({name}.{method}{shape})" for shape in ("", ", 1"))
        yield f"{name}.{method} = adds_part({name}.{method})"


def _calls(name: str, function: ast.FunctionDef) -> Iterator[str]:
    """Yield the calls that spoil a function."""
    kinds = _kinds_of_arguments(function)
    tensors = [index for index, kind in kinds.items() if kind == "Tensor"]
    for index, kind in kinds.items():
        yield from _calls_for_argument(name, index, kind)
    yield from _calls_for_pairs(name, tensors)
    if kinds:
        yield f"keeps_result({name})"
        yield from _calls_for_result(name, _kind(function.returns), computed=bool(tensors))
    yield from (f"wrong_in_turn({name}, {turn})" for turn in (1, 2))


def _calls_for_argument(name: str, index: int, kind: str) -> Iterator[str]:
    """Yield the calls that look at one argument only, or spoil it."""
    yield from (f"wrong_where({name}, {index}, {condition})" for condition in CONDITIONS[kind])
    yield from (f"changes_afterwards({name}, {index}, {change})" for change in IN_PLACE.get(kind, ()))
    if kind in ("Tensor", "float"):
        yield from (f"changes_first({name}, {index}, {change})" for change in VALUES)
    if kind == "Tensor":
        yield f"keeps_argument({name}, {index})"


def _calls_for_pairs(name: str, tensors: list[int]) -> Iterator[str]:
    """Yield the calls for which it matters how two tensors are related."""
    if len(tensors) > 1:
        yield from (f"{CUT}({name}, {index})" for index in tensors)
    for one, other in combinations(tensors, 2):
        yield from (f"wrong_where_as_long({name}, {one}, {other}, {axis})" for axis in (0, -1))
        yield f"{CUT}_unless_all({name}, {one}, {other})"


def _calls_for_result(name: str, kind: str, computed: bool) -> Iterator[str]:
    """Yield the calls that spoil the result; its values and its graph matter where it is `computed` from tensors."""
    if computed and ("Tensor" in kind or "float" in kind):
        yield from (f"changes_result({name}, {change})" for change in (*VALUES, *ROUNDINGS))
    if computed and "Tensor" in kind:
        yield f"{CUT}({name})"
    if kind == "Tensor":
        yield from (f"wrong_beyond({name}, {axis}, LONG)" for axis in (0, -1))


def _kinds_of_arguments(function: ast.FunctionDef) -> dict[int, str]:
    """Return what each argument is, by its index, where that is known; a float with a default is a mere setting."""
    arguments = function.args.args
    settings = arguments[len(arguments) - len(function.args.defaults) :]
    kinds = {index: _kind(argument.annotation) for index, argument in enumerate(arguments)}
    known = {index: kind for index, kind in kinds.items() if kind in CONDITIONS}
    return {index: kind for index, kind in known.items() if kind != "float" or arguments[index] not in settings}


def _kind(annotation: ast.expr | None) -> str:
    text = ast.unparse(annotation) if annotation else ""
    return "list" if text.startswith("list[") else text.removeprefix("torch.")
