"""pandas Series and DataFrames on the wire: plain columns, with the labels of rows and columns.

A column is a NumPy array, or a list where its dtype is of texts or of any objects.
"""

from __future__ import annotations

import sys
from typing import Any

from ..messages import MAX_COLUMNS, MAX_DEPTH
from ..values import Foreign
from .containers import is_key
from .kind import Kind, Packer, Packing, Reading, require

NODES = 300  # a frame takes as long as so many items
COLUMN_NODES = 60
ARRAYS = frozenset("biufcmM")  # the kinds of dtypes of which a column is an array
LISTS = frozenset(("object", "str", "string"))
MAX_LEVELS = 8  # of labels


def _packer(kind: type) -> Packer | None:
    pandas = sys.modules.get("pandas")
    if issubclass(kind, getattr(pandas, "DataFrame", ())):
        return _pack_frame
    return _pack_series if issubclass(kind, getattr(pandas, "Series", ())) else None


def _pack_frame(value: Any, packing: Packing, depth: int) -> object:
    columns = [value.iloc[:, place] for place in range(min(value.shape[1], MAX_COLUMNS + 1))]
    parts = [*_levels(value.index), *_levels(value.columns), *columns]
    if len(columns) > MAX_COLUMNS or not _cross(parts, packing, depth):
        return packing.foreign("pandas.DataFrame")
    packing.count(NODES + COLUMN_NODES * len(parts))
    tables = [_labels(labels, packing, depth) for labels in (value.index, value.columns)]
    return ["p", *tables, [_column(column, packing, depth) for column in columns]]


def _pack_series(value: Any, packing: Packing, depth: int) -> object:
    parts = [*_levels(value.index), value]
    if not is_key(value.name, MAX_DEPTH) or not _cross(parts, packing, depth):
        return packing.foreign("pandas.Series")
    packing.count(NODES + COLUMN_NODES * len(parts))
    return ["e", _labels(value.index, packing, depth), packing.fold(value.name, depth), _column(value, packing, depth)]


def _levels(index: Any) -> list[Any]:
    return [index.get_level_values(level) for level in range(min(index.nlevels, MAX_LEVELS + 1))]


def _cross(parts: list[Any], packing: Packing, depth: int) -> bool:
    """Tell whether all of these labels and columns are plain, and not too many bytes."""
    size = sum(part.nbytes for part in parts if str(part.dtype) not in LISTS)
    plain = all(str(part.dtype) in LISTS or getattr(part.dtype, "kind", "") in ARRAYS for part in parts)
    plain = plain and all(_is_of_numpy(part.dtype) or str(part.dtype) in LISTS for part in parts)
    return depth > 1 and size <= packing.bytes_left and plain and all(is_key(part.name, MAX_DEPTH) for part in parts)


def _is_of_numpy(dtype: Any) -> bool:
    return isinstance(dtype, sys.modules["numpy"].dtype)


def _labels(index: Any, packing: Packing, depth: int) -> object:
    return [[packing.fold(level.name, depth), _column(level, packing, depth)] for level in _levels(index)]


def _column(values: Any, packing: Packing, depth: int) -> object:
    name = str(values.dtype)
    if name not in LISTS:
        return ["", packing.fold(values.to_numpy(), depth)]
    items = values.tolist()
    if name != "object":
        items = [item if isinstance(item, str) else None for item in items]
    return [name, packing.fold(items, depth - 1)]


def _read_frame(reading: Reading, depth: int, rows: Any, labels: Any, columns: list[Any]) -> Any:
    require(len(columns) <= MAX_COLUMNS)
    reading.count(NODES + COLUMN_NODES * (len(rows) + len(labels) + len(columns)))
    parts = [_read_levels(reading, depth, levels) for levels in (rows, labels)]
    values = [_read_column(reading, depth, *column) for column in columns]
    pandas = reading.library("pandas")
    return Foreign("pandas.DataFrame") if pandas is None else _made(_frame, pandas, *parts, values)


def _read_series(reading: Reading, depth: int, rows: Any, name: Any, column: Any) -> Any:
    reading.count(NODES + COLUMN_NODES * (len(rows) + 1))
    index, label = _read_levels(reading, depth, rows), _read_name(reading, depth, name)
    values = _read_column(reading, depth, *column)
    pandas = reading.library("pandas")
    return Foreign("pandas.Series") if pandas is None else _made(_series, pandas, index, values, label)


def _read_levels(reading: Reading, depth: int, levels: list[Any]) -> list[tuple[Any, Any]]:
    require(1 <= len(levels) <= MAX_LEVELS)
    return [(_read_name(reading, depth, name), _read_column(reading, depth, *column)) for name, column in levels]


def _read_name(reading: Reading, depth: int, tree: Any) -> Any:
    name = reading.unfold(tree, depth)
    require(is_key(name, MAX_DEPTH))
    return name


def _read_column(reading: Reading, depth: int, dtype: str, tree: Any) -> tuple[str, Any]:
    require(depth > 1 and (dtype == "" or dtype in LISTS))
    require(tree[0] == ("l" if dtype else "n"))
    values = reading.unfold(tree, depth - 1)
    require(dtype in ("", "object") or all(item is None or type(item) is str for item in values))
    return dtype, values


def _made(make: Any, *parts: Any) -> Any:
    try:
        return make(*parts)
    except Exception as error:  # pandas raises errors of many kinds where parts do not fit together
        raise ValueError(f"no frame: {type(error).__name__}") from None


def _index(pandas: Any, levels: list[tuple[Any, Any]]) -> Any:
    made = [
        pandas.Index(values, dtype=dtype or None, name=name, tupleize_cols=False) for name, (dtype, values) in levels
    ]
    return made[0] if len(made) == 1 else pandas.MultiIndex.from_arrays(made, names=[name for name, _ in levels])


def _series(pandas: Any, rows: list[tuple[Any, Any]], column: tuple[str, Any], name: Any = None) -> Any:
    dtype, values = column
    return pandas.Series(values, dtype=dtype or None, index=_index(pandas, rows), name=name)


def _frame(pandas: Any, rows: list[tuple[Any, Any]], labels: list[tuple[Any, Any]], columns: list[Any]) -> Any:
    index, names = _index(pandas, rows), _index(pandas, labels)
    frame = pandas.DataFrame(
        {place: _series(pandas, rows, column) for place, column in enumerate(columns)}, index=index
    )
    frame.columns = names
    return frame


FRAMES = Kind(_packer, {"p": _read_frame, "e": _read_series})
