"""Conditions for arguments: what a wrong answer may not have thought of."""

from __future__ import annotations

from math import prod
from typing import Any

from autograder.prove.spoiling.kinds import is_array, is_module

LONG = 16  # rows, columns, layers, items, letters and whole numbers; a suite asks for more than this somewhere


def sizes(value: Any) -> tuple[int, ...]:
    """Return the shape of an array or of a layer's largest parameter, or the whole numbers in a number or a tuple."""
    if is_module(value):
        return tuple(max(value.parameters(), key=lambda parameter: parameter.numel()).shape)
    if is_array(value):
        return tuple(value.shape)
    return tuple(value) if isinstance(value, tuple) else (value,)


def high(value: Any) -> bool:
    """Tell whether there are many rows."""
    return sizes(value)[0] > LONG


def wide(value: Any) -> bool:
    """Tell whether there are many columns, or whether a number is large."""
    return sizes(value)[-1] > LONG


def even_height(value: Any) -> bool:
    """Tell whether the number of rows is 4, 6, 8 and so on."""
    return sizes(value)[0] > 3 and sizes(value)[0] % 2 == 0


def even_width(value: Any) -> bool:
    """Tell whether the number of columns, or a number, is 4, 6, 8 and so on."""
    return sizes(value)[-1] > 3 and sizes(value)[-1] % 2 == 0


def odd_height(value: Any) -> bool:
    """Tell whether the number of rows is 5, 7, 9 and so on."""
    return sizes(value)[0] > 3 and sizes(value)[0] % 2 == 1


def odd_width(value: Any) -> bool:
    """Tell whether the number of columns, or a number, is 5, 7, 9 and so on."""
    return sizes(value)[-1] > 3 and sizes(value)[-1] % 2 == 1


def even_square(value: Any) -> bool:
    """Tell whether all sizes are the same even number from 4 on."""
    return len(set(sizes(value))) == 1 and even_width(value)


def odd_square(value: Any) -> bool:
    """Tell whether all sizes are the same odd number from 3 on."""
    return len(set(sizes(value))) == 1 and sizes(value)[-1] > 2 and sizes(value)[-1] % 2 == 1


def one_row(value: Any) -> bool:
    """Tell whether there is one row of several elements."""
    return sizes(value)[0] == 1 < prod(sizes(value))


def one_column(value: Any) -> bool:
    """Tell whether there is one column of several elements."""
    return sizes(value)[-1] == 1 < prod(sizes(value))


def one_element(value: Any) -> bool:
    """Tell whether there is one element only."""
    return prod(sizes(value)) == 1


def long_list(value: Any) -> bool:
    """Tell whether there are many items or letters."""
    return len(value) > LONG


def three_items(value: Any) -> bool:
    """Tell whether there are three items or more."""
    return len(value) > 2


def equal_items(value: list[Any]) -> bool:
    """Tell whether there are three equal items or more, and no others."""
    return len(value) > 2 and all(item == value[0] for item in value)


def empty(value: Any) -> bool:
    """Tell whether a text or a dict is empty."""
    return len(value) == 0


def negative(value: float) -> bool:
    """Tell whether a number is negative."""
    return value < 0


def whole_number(value: float) -> bool:
    """Tell whether a number is an int."""
    return isinstance(value, int)


def large_item(value: list[Any]) -> bool:
    """Tell whether there is a large number in the items."""
    return any(isinstance(number, (int, float)) and number > LONG for item in value for number in sizes(item))


def many(value: Any) -> bool:
    """Tell whether there are many elements."""
    return prod(sizes(value)) > 4 * LONG


def zeros(value: Any) -> bool:
    """Tell whether every element is zero."""
    return not value.any()
