"""The table of the benchmark: a row for each way of grading, in Markdown."""

from __future__ import annotations

import statistics

from measure import Cost, spread
from targets import Figures

ROWS = {
    "stock": "(a) `nbgrader autograde`, stock `Execute`",
    "ours": "(b) `nbgrader autograde`, our preprocessor",
    "engine": "(c) `autograder grade --jobs 1`",
    "engine2": "(c) `autograder grade --jobs 2`",
    "mixed": "(c) with `--jobs 2`, half of the class wrong and 2 percent loops",
    "whole": "(c) with `--jobs 2`, start-up included",
    "unchanged": "(c) the same once more, nothing having changed",
    "calls": "(d) the same calls, warm, no isolation, no pytest",
    "checks": "(d) with reference and comparison",
    "floor": "fork, load, the same calls over a socket, kill",
}
CLASSES = {
    "stock wrong": "six wrong notebooks, stock `nbgrader autograde`",
    "wrong": "six wrong notebooks, `autograder grade`, nothing known of mistakes",
    "wrong again": "six wrong notebooks, `autograder grade`, once more",
    "examples first": "`make grade`: 16 results",
    "examples": "`make grade` once more",
    "torch": "`import torch`",
}


def show(costs: Figures) -> None:
    """Print two tables in Markdown: the costs of one submission, and those of whole classes."""
    _table("per submission | CPU ms | wall ms", ROWS, costs, 1000)
    print()  # noqa: T201
    _table("whole class | CPU s | wall s", CLASSES, costs, 1)


def _table(head: str, rows: dict[str, str], costs: Figures, scale: float) -> None:
    lines = [f"| {head} | peak MiB |", "|---|---|---|---|"]
    lines += [_row(title, costs.get(name, []), scale) for name, title in rows.items()]
    print("\n".join(lines))  # noqa: T201


def _row(title: str, costs: list[Cost], scale: float) -> str:
    if not costs:
        return f"| {title} | not measured | | |"
    cpu, wall = (spread([getattr(cost, what) for cost in costs], scale) for what in ("cpu", "wall"))
    peak = statistics.median(cost.peak for cost in costs)
    return f"| {title} | {cpu} | {wall} | {peak:.0f} |" if peak else f"| {title} | {cpu} | {wall} | |"
