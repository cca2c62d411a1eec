"""Which expressions of a test are plain values, and which may be computed from a student's values outside the worker."""

from __future__ import annotations

import ast
from collections.abc import Mapping

PLAIN_CALLS = {
    "list",
    "tuple",
    "dict",
    "set",
    "str",
    "int",
    "float",
    "sorted",
    "len",
    "abs",
    "sum",
    "min",
    "max",
    "round",
}
PLAIN_MODULES = {"np", "numpy", "torch", "math", "random", "pd", "pandas"}
PLAIN_ATTRIBUTES = {"pi", "e", "nan", "inf", "T", "shape"}
SAFE_CALLS = PLAIN_CALLS | {"all", "any", "isinstance", "type", "bool", "zip", "enumerate", "frozenset"}
SAFE_FUNCTIONS = {"all", "any", "abs", "sum", "max", "min", "isfinite", "isnan", "isclose", "allclose", "array_equal"}
SAFE_FUNCTIONS |= {"equal", "mean", "std", "diff", "shape", "size", "ndim", "sqrt"}
SAFE_METHODS = {"all", "any", "sum", "max", "min", "mean", "tolist", "item", "lower", "upper", "strip", "split"}
SAFE_METHODS |= {"keys", "values", "items", "startswith", "endswith", "count", "index", "get", "dim", "numel"}
SAFE_ATTRIBUTES = {"shape", "ndim", "dtype", "size", "T", "ndarray", "Tensor", "DataFrame", "Series", "columns"}
SAFE_ATTRIBUTES |= PLAIN_ATTRIBUTES | {"float32", "float64", "int32", "int64", "floating", "integer", "number", "bool_"}
STRUCTURES = (ast.Tuple, ast.List, ast.Set, ast.Dict, ast.Starred, ast.UnaryOp, ast.BinOp, ast.Constant, ast.Slice)
LOGIC = (ast.Compare, ast.BoolOp, ast.IfExp, ast.GeneratorExp, ast.ListComp, ast.Subscript)
MAY_GROW = (ast.Mult, ast.Pow, ast.LShift, ast.MatMult)


def is_plain(node: ast.expr, given: Mapping[str, bool]) -> bool:
    """Tell whether an expression gives a value that can be sent to a worker; `given` says so of names."""
    if isinstance(node, ast.Name):
        return given.get(node.id, False)
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.Attribute):
        return node.attr in PLAIN_ATTRIBUTES
    if isinstance(node, ast.Call):
        return _is_plain_call(node)
    if isinstance(node, ast.Subscript):
        return is_plain(node.value, given)
    if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp)):
        return True
    return isinstance(node, STRUCTURES) and all(
        is_plain(part, given) for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)
    )


def _is_plain_call(node: ast.Call) -> bool:
    if isinstance(node.func, ast.Name):
        return node.func.id in PLAIN_CALLS
    names = [inner.id for inner in ast.walk(node.func) if isinstance(inner, ast.Name)]
    inside_text = isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Constant)
    return inside_text or bool(names and names[0] in PLAIN_MODULES) or _is_method_of_plain(node.func)


def _is_method_of_plain(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and function.attr in ("copy", "reshape", "uniform", "normal", "integers")


def is_safe(node: ast.AST) -> bool:
    """Tell whether an expression may be computed from a student's plain values in the trusted process.

    It has only what takes about as long as the values are large, and calls nothing that the notebook defines.
    """
    if isinstance(node, ast.Call):
        return _is_safe_call(node) and all(map(is_safe, [*node.args, *(word.value for word in node.keywords)]))
    if isinstance(node, ast.Attribute):
        return node.attr in SAFE_ATTRIBUTES and is_safe(node.value)
    if isinstance(node, ast.BinOp) and isinstance(node.op, MAY_GROW):
        return all(isinstance(side, ast.Constant) for side in (node.left, node.right))
    known = (*STRUCTURES, *LOGIC, ast.Name, ast.comprehension, ast.expr_context, ast.operator, ast.unaryop)
    if not isinstance(node, (*known, ast.cmpop, ast.boolop)):
        return False
    return all(map(is_safe, ast.iter_child_nodes(node)))


def _is_safe_call(node: ast.Call) -> bool:
    if isinstance(node.func, ast.Name):
        return node.func.id in SAFE_CALLS
    if not isinstance(node.func, ast.Attribute):
        return False
    from_module = isinstance(node.func.value, ast.Name) and node.func.value.id in PLAIN_MODULES
    if from_module:
        return node.func.attr in SAFE_FUNCTIONS
    return node.func.attr in SAFE_METHODS and is_safe(node.func.value)
