"""Wrappers of a right function, or of a layer's method, that make it wrong along one dimension only.

`index` says which argument decides that, or is spoiled. A call that leaves the argument out is right.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from autograder.prove.spoiling.values import changed, cropped, detached, kept_copy, shapes_of, spoiled

Function = Callable[..., Any]


def wrong_where(function: Function, index: int, condition: Function) -> Function:
    """Spoil the result where a condition holds for an argument."""

    def wrapper(*args: Any, **named: Any) -> Any:
        result = function(*args, **named)
        return spoiled(result) if any(map(condition, args[index : index + 1])) else result

    return wrapper


def wrong_where_as_long(function: Function, first: int, second: int, axis: int) -> Function:
    """Spoil the result where two tensors are equally long along an axis."""

    def wrapper(*args: Any, **named: Any) -> Any:
        result = function(*args, **named)
        return spoiled(result) if args[first].shape[axis] == args[second].shape[axis] else result

    return wrapper


def wrong_in_turn(function: Function, turn: int) -> Function:
    """Spoil every second result, beginning with the first or the second."""
    calls = count(1)

    def wrapper(*args: Any, **named: Any) -> Any:
        wrong = next(calls) % 2 == turn % 2
        result = function(*args, **named)
        return spoiled(result) if wrong else result

    return wrapper


def wrong_beyond(function: Function, axis: int, limit: int) -> Function:
    """Leave only the first rows or columns of the result, and 0 beyond them."""
    return lambda *args, **named: changed(function(*args, **named), lambda value: cropped(value, axis, limit))


def changes_first(function: Function, index: int, change: Function) -> Function:
    """Change the values of an argument before the function sees them."""

    def wrapper(*args: Any, **named: Any) -> Any:
        first = [changed(value, change) for value in args[index : index + 1]]
        return function(*args[:index], *first, *args[index + 1 :], **named)

    return wrapper


def changes_afterwards(function: Function, index: int, change: Function) -> Function:
    """Change an argument in place when the result is there."""

    def wrapper(*args: Any, **named: Any) -> Any:
        result = function(*args, **named)
        for value in args[index : index + 1]:
            change(value)
        return result

    return wrapper


def changes_result(function: Function, change: Function) -> Function:
    """Change the values of the result."""
    return lambda *args, **named: changed(function(*args, **named), change)


def keeps_result(function: Function) -> Function:
    """Keep the first result for arguments of the same shapes and types."""
    kept: dict[Any, Any] = {}

    def wrapper(*args: Any, **named: Any) -> Any:
        result = function(*args, **named)
        return kept.setdefault(tuple(map(shapes_of, (*args, *named.values()))), result)

    return wrapper


def keeps_argument(function: Function, index: int) -> Function:
    """Keep the first value of an argument of the same shape and type."""
    kept: dict[Any, Any] = {}

    def wrapper(*args: Any, **named: Any) -> Any:
        first = [kept.setdefault(shapes_of(value), changed(value, kept_copy)) for value in args[index : index + 1]]
        return function(*args[:index], *first, *args[index + 1 :], **named)

    return wrapper


def cuts_graph(function: Function, *indices: int) -> Function:
    """Cut the graph behind the result unless one of these tensors requires a gradient."""

    def wrapper(*args: Any, **named: Any) -> Any:
        result = function(*args, **named)
        return result if any(args[index].requires_grad for index in indices) else changed(result, detached)

    return wrapper


def cuts_graph_unless_all(function: Function, *indices: int) -> Function:
    """Cut the graph behind the result unless all of these tensors require a gradient."""

    def wrapper(*args: Any, **named: Any) -> Any:
        result = function(*args, **named)
        return result if all(args[index].requires_grad for index in indices) else changed(result, detached)

    return wrapper


def cuts_graph_where(function: Function, index: int) -> Function:
    """Cut the graph behind the result where this tensor requires a gradient."""

    def wrapper(*args: Any, **named: Any) -> Any:
        result = function(*args, **named)
        return changed(result, detached) if args[index].requires_grad else result

    return wrapper
