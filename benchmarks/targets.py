"""The targets, and whether the figures of a run meet them."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from measure import Cost

Figures = dict[str, list[Cost]]
AT_LEAST = True


@dataclass(frozen=True)
class Target:
    """A figure that is worked out of the medians of some rows, and the bound that it should keep."""

    what: str
    rows: tuple[str, ...]
    figure: Callable[..., float]
    bound: float
    at_least: bool = not AT_LEAST
    unit: str = "times"

    def line(self, costs: Figures) -> str:
        """Say whether the target is met."""
        if any(row not in costs for row in self.rows):
            return f"not measured: {self.what}"
        value = self.figure(*(median(costs[row]) for row in self.rows))
        return met_or_missed(self.what, value, self.bound, self.unit, self.at_least)


def met_or_missed(what: str, value: float, bound: float, unit: str = "times", at_least: bool = not AT_LEAST) -> str:
    """Return the line of a figure that should be small, or large with `at_least`."""
    met = value >= bound if at_least else value <= bound
    side = "least" if at_least else "most"
    return f"{'met   ' if met else 'MISSED'} {what}: {value:.3g} {unit} (target: at {side} {bound:g})"


def median(costs: list[Cost]) -> Cost:
    """Return the medians of some costs."""
    wall, cpu, peak = (statistics.median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "peak"))
    return Cost(wall, cpu, peak)


def cpu_ratio(one: Cost, other: Cost) -> float:
    """Return how many times the CPU time of another thing one takes."""
    return one.cpu / other.cpu


def wall_ratio(one: Cost, other: Cost) -> float:
    """Return how many times the wall time of another thing one takes."""
    return one.wall / other.wall


def more_memory(one: Cost, other: Cost) -> float:
    """Return by how many MiB the peak of one thing is above that of another."""
    return one.peak - other.peak


def seconds(cost: Cost) -> float:
    """Return the wall time."""
    return cost.wall


TARGETS = (
    Target("(c) costs this much less CPU than (a)", ("stock", "engine"), cpu_ratio, 60, AT_LEAST),
    Target("(c) costs this much more CPU than (d), the calls alone", ("engine", "calls"), cpu_ratio, 2.8),
    Target("(c) costs this much more CPU than fork, call, kill", ("engine", "floor"), cpu_ratio, 1.35),
    Target("(b) is this much faster than (a), for the whole class", ("stock", "ours"), wall_ratio, 12, AT_LEAST),
    Target(
        "`make grade` takes, without its longest endless loop, this many times `import torch`",
        ("examples without loops", "torch"),
        wall_ratio,
        3,
    ),
    Target("six wrong notebooks are this much faster than in (a)", ("stock wrong", "wrong"), wall_ratio, 3, AT_LEAST),
    Target("a mixed class takes this many times what a right one does", ("mixed", "engine2"), wall_ratio, 1.5),
    Target("a second job takes", ("engine2", "engine"), more_memory, 120, unit="MiB more"),
    Target("two shards are this much faster than one", ("engine", "engine2"), wall_ratio, 1.8, AT_LEAST),
    Target("an unchanged class is graded again this much faster", ("whole", "unchanged"), wall_ratio, 10, AT_LEAST),
    Target("one file is graded in this many times what `import torch` takes", ("one", "torch"), wall_ratio, 1.5),
    Target("`autograder --help` takes", ("help",), seconds, 0.3, unit="s"),
)


def check_targets(costs: Figures) -> Iterator[str]:
    """Yield a line for each target: met or missed, with the figure that decides, or not measured."""
    yield from (target.line(costs) for target in TARGETS)
