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
    "array": ("high", "wide", "even_height", "even_width", "odd_height", "odd_width", "one_element", "many", "zeros"),
    "tuple[int, int]": SHAPES,
    "int": ("wide", "even_width", "odd_width", "one_element"),
    "list": ("long_list", "three_items", "equal_items", "large_item"),
    "dict": ("long_list", "empty"),
    "str": ("long_list", "empty"),
    "float": ("negative", "whole_number"),
}
ARRAYS = "Tensor", "array"
VALUES = "clamped", "without_small", "abs"
CHANGES = {
    **dict.fromkeys((*ARRAYS, "float", "list[float]"), VALUES),
    "list[int]": ("clamped", "abs"),
    "str": ("str.lower",),
}
IN_PLACE = {
    **dict.fromkeys(ARRAYS, ("zero",)),
    "list": ("list.sort", "list.reverse", "list.clear"),
    "dict": ("dict.clear",),
}
CUT = "cuts_graph"
SLIGHTLY, FAR = "slightly_off", "far_off"
ROUNDINGS = "half", "brain_half", SLIGHTLY, FAR
SPOILING = Path(__file__).parent / "spoiling"
FILES = "kinds", "conditions", "values", "wrappers", "layers"


def wrapping_statements(exercise: ast.stmt) -> list[str]:
    """Return the statements that spoil a function or a class, one along each dimension of its annotations."""
    if isinstance(exercise, ast.FunctionDef):
        return [f"{exercise.name} = {call}" for call in _calls(exercise.name, exercise)]
    if isinstance(exercise, ast.ClassDef):
        defined = [one for one in exercise.body if isinstance(one, ast.FunctionDef)]
        methods = {one.name: one for one in defined if not one.decorator_list}  # a decorated one may be a property
        if {"__init__", "forward"} <= methods.keys():
            return list(_statements_for_layer(exercise.name, methods["forward"]))
        return list(_statements_for_class(exercise.name, methods))
    return []


def spoiling_source() -> str:
    """Return the source of everything the statements use, in an order in which it can run."""
    lines = "\n".join((SPOILING / f"{name}.py").read_text(encoding="utf-8") for name in FILES).splitlines()
    return "\n".join(line for line in lines if not line.startswith(("from __future__", "from autograder")))


def _statements_for_class(name: str, methods: dict[str, ast.FunctionDef]) -> Iterator[str]:
    """Yield what spoils each public method of a class as any function of its arguments."""
    for method, function in methods.items():
        if not method.startswith("_"):
            yield from (f"{name}.{method} = {call}" for call in _calls(f"{name}.{method}", function))


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
    for index, kind in kinds.items():
        yield from _calls_for_argument(name, index, kind)
    yield from _calls_for_pairs(name, kinds)
    if kinds:
        yield f"keeps_result({name})"
        computed = any(kind in (*ARRAYS, "float", "list[float]") for kind in kinds.values())
        yield from _calls_for_result(name, _kind(function.returns), computed, "Tensor" in kinds.values())
    yield from (f"wrong_in_turn({name}, {turn})" for turn in (1, 2))


def _calls_for_argument(name: str, index: int, kind: str) -> Iterator[str]:
    """Yield the calls that look at one argument only, or spoil it."""
    container = kind.partition("[")[0] if kind not in CONDITIONS else kind
    yield from (f"wrong_where({name}, {index}, {condition})" for condition in CONDITIONS[container])
    yield from (f"changes_afterwards({name}, {index}, {change})" for change in IN_PLACE.get(container, ()))
    yield from (f"changes_first({name}, {index}, {change})" for change in CHANGES.get(kind, ()))
    if kind in ARRAYS:
        yield f"keeps_argument({name}, {index})"


def _calls_for_pairs(name: str, kinds: dict[int, str]) -> Iterator[str]:
    """Yield the calls for which it matters how two arrays are related."""
    arrays = [index for index, kind in kinds.items() if kind in ARRAYS]
    tensors = [index for index in arrays if kinds[index] == "Tensor"]
    if len(tensors) > 1:
        yield from (f"{CUT}({name}, {index})" for index in tensors)
    for one, other in combinations(arrays, 2):
        yield from (f"wrong_where_as_long({name}, {one}, {other}, {axis})" for axis in (0, -1))
    yield from (f"{CUT}_unless_all({name}, {one}, {other})" for one, other in combinations(tensors, 2))


def _calls_for_result(name: str, kind: str, computed: bool, has_graph: bool) -> Iterator[str]:
    """Yield the calls that spoil the result; its values matter where it is `computed` from arrays and numbers."""
    if computed and any(word in kind for word in (*ARRAYS, "float")):
        yield from (f"changes_result({name}, {change})" for change in (*VALUES, *ROUNDINGS))
    if has_graph and "Tensor" in kind:
        yield f"{CUT}({name})"
    if kind in ARRAYS:
        yield from (f"wrong_beyond({name}, {axis}, LONG)" for axis in (0, -1))


def _kinds_of_arguments(function: ast.FunctionDef) -> dict[int, str]:
    """Return what each argument is, by its index, where that is known; a float with a default is a mere setting."""
    arguments = function.args.args
    settings = arguments[len(arguments) - len(function.args.defaults) :]
    kinds = {index: _kind(argument.annotation) for index, argument in enumerate(arguments)}
    known = {index: kind for index, kind in kinds.items() if kind in CONDITIONS or kind in CHANGES}
    return {index: kind for index, kind in known.items() if kind != "float" or arguments[index] not in settings}


def _kind(annotation: ast.expr | None) -> str:
    """Return what an annotation says, in the words of `CONDITIONS` and `CHANGES` where it is one of those."""
    text = ast.unparse(annotation).strip("'\"") if annotation else ""
    text = text.removesuffix(" | None").removeprefix("torch.")
    container = text.partition("[")[0]
    if container.rpartition(".")[2] in ("ndarray", "NDArray"):
        return "array"
    if text in CHANGES:
        return text
    return container if container in ("list", "dict") else text
