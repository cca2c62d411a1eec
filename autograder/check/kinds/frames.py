"""Series and DataFrames of pandas, compared as their index and a NumPy array for each column."""

from __future__ import annotations

import sys
from typing import Any, TypeGuard

from .. import messages
from ..messages import fill
from ..model import Difference, Layer, Rule, Text
from . import sentences
from .containers import Compare


def is_frame(value: object) -> TypeGuard[Any]:
    """Tell whether a value is a Series or a DataFrame; nothing is imported for it."""
    pandas = sys.modules.get("pandas")
    return isinstance(value, (getattr(pandas, "Series", ()), getattr(pandas, "DataFrame", ())))


def difference(got: object, expected: Any, rule: Rule, what: Text, compare: Compare) -> Difference | None:
    """Return the first difference in type, number of rows, index and columns; `compare` gives that of the columns."""
    kind = type(expected).__name__
    if not is_frame(got) or type(got).__name__ != kind:
        return Difference(Layer.type, fill(messages.TYPE, what=what, got=type(got).__name__, expected=kind))
    rows, wanted = index_of(got), index_of(expected)
    if len(rows) != len(wanted):
        return Difference(Layer.shape, fill(messages.LENGTH, what=what, got=len(rows), expected=len(wanted)))
    if rows != wanted:
        return compare(rows, wanted, rule, fill(sentences.INDEX, what=what))
    return compare(columns_of(got), columns_of(expected), rule, what)


def index_of(value: Any) -> list[object]:
    """Return the labels of the rows."""
    return list(value.index.tolist())


def columns_of(value: Any) -> Any:
    """Return the columns of a DataFrame by name as arrays, or the values of a Series."""
    if value.ndim == 1:
        return value.to_numpy()
    return {name: value.iloc[:, place].to_numpy() for place, name in enumerate(value.columns.tolist())}
