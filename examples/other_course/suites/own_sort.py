"""The names of ready-made sorts, which the text of a submission may not have where its own is asked for."""

from __future__ import annotations

READY_MADE = {"sorted", "heapq", "bisect", "numpy.sort", "numpy.argsort", "numpy.lexsort"}


def is_ready_made_sort(path: str) -> bool:
    """Tell whether a full name is that of a ready-made sort, such as `numpy.sort` or the method `items.sort`."""
    return path in READY_MADE or path.partition(".")[0] in READY_MADE or path.rpartition(".")[2] in ("sort", "argsort")
