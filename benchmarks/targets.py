"""The targets, and whether the figures of a run meet them."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from measure import Cost

Figures = dict[str, list[Cost]]


def check_targets(figures: Figures) -> Iterator[str]:
    """Yield a line for each target: met or missed, with the ratio that decides."""
    cpu = {name: statistics.median(cost.cpu for cost in costs) for name, costs in figures.items()}
    wall = {name: statistics.median(cost.wall for cost in costs) for name, costs in figures.items()}
    yield at_least("(c) costs this much less CPU than (a)", cpu["stock"] / cpu["engine"], 100)
    yield at_most("(c) costs this much more CPU than (d), the calls alone", cpu["engine"] / cpu["calls"], 15)
    yield at_most("(c) costs this much more CPU than fork, call, kill", cpu["engine"] / cpu["floor"], 2)
    yield at_least("(b) is this much faster than (a), per student of the class", wall["stock"] / wall["ours"], 5)
    yield at_least("an unchanged class is graded again this much faster", wall["whole"] / wall["unchanged"], 10)
    yield at_most("one file is graded in this many times what `import torch` takes", wall["one"] / wall["torch"], 1.5)
    yield at_most("`autograder --help` takes", wall["help"], 0.3, "s")
    yield at_least("two shards are this much faster than one", wall["engine"] / wall["engine2"], 1.8)


def at_least(what: str, ratio: float, target: float) -> str:
    """Return the line of a ratio that should be large."""
    return f"{'met   ' if ratio >= target else 'MISSED'} {what}: {ratio:.3g} times (target: at least {target:g})"


def at_most(what: str, value: float, target: float, unit: str = "times") -> str:
    """Return the line of a figure that should be small, a ratio unless a unit is given."""
    return f"{'met   ' if value <= target else 'MISSED'} {what}: {value:.3g} {unit} (target: at most {target:g})"
