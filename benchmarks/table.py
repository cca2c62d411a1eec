"""The table of the benchmark: a row for each way of grading, in Markdown."""

from __future__ import annotations

import statistics

from measure import spread
from targets import Figures

ROWS = {
    "stock": "(a) `nbgrader autograde`, stock `Execute`",
    "ours": "(b) `nbgrader autograde`, our preprocessor",
    "engine": "(c) `autograder grade --jobs 1`",
    "engine2": "(c) `autograder grade --jobs 2`",
    "whole": "(c) with `--jobs 2`, start-up included",
    "unchanged": "(c) the same once more, nothing having changed",
    "calls": "(d) the same calls, warm, no isolation, no pytest",
    "checks": "(d) with reference and comparison",
    "floor": "fork, load, the same calls over a socket, kill",
}


def show(costs: Figures) -> None:
    """Print the table in Markdown."""
    lines = ["| per submission | CPU ms | wall ms | peak MiB |", "|---|---|---|---|"]
    for name, title in ROWS.items():
        cpu, wall = (spread([getattr(c, what) for c in costs[name]], 1000) for what in ("cpu", "wall"))
        peak = statistics.median(c.peak for c in costs[name])
        lines.append(f"| {title} | {cpu} | {wall} | {peak:.0f} |" if peak else f"| {title} | {cpu} | {wall} | |")
    print("\n".join(lines))  # noqa: T201
