"""The benchmark: the same class of notebooks and the same hidden checks, graded in several ways in one run.

Usage: python benchmarks/bench.py [--quick]

Prints tables, and a line for each target of `targets.py`: met, missed or not measured. The quick form is for continuous
integration and shows that everything works. Its classes are too small to tell what is paid once from what is paid for
each submission, so it measures no such costs.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from measure import Cost
from table import show
from targets import Figures, check_targets
from ways import Size, Ways

FULL = Size(rounds=2, students=20, engine=400, bare=50)
QUICK = Size(rounds=1, students=2, engine=8, bare=5)


def measure(size: Size) -> Figures:
    """Measure everything in turn, round by round, so that other work of the machine slows every row equally."""
    costs: dict[str, list[Cost]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        ways = Ways(Path(folder), size)
        for number in range(size.rounds):
            print(f"round {number + 1} of {size.rounds}", file=sys.stderr)  # noqa: T201
            for name, cost in round_of(ways):
                costs[name].append(cost)
    return dict(costs)


def round_of(ways: Ways) -> Iterator[tuple[str, Cost]]:
    """Yield the name of each row with its cost, in one round."""
    yield "stock", ways.autograde("stock")
    yield "ours", ways.autograde("ours")
    engines = {"engine": ways.engine(1), "engine2": ways.engine(2), "mixed": ways.engine(2, "mixed")}
    yield "whole", engines["engine2"]["whole"]
    if ways.size is not QUICK:
        yield from ((name, cost["each"]) for name, cost in engines.items())
    yield "unchanged", ways.unchanged()
    yield "stock wrong", ways.autograde_wrong()
    yield "wrong", ways.wrong(cold=True)
    yield "wrong again", ways.wrong(cold=False)
    yield "examples first", ways.examples()["whole"]
    examples = ways.examples()
    yield "examples", examples["whole"]
    yield "examples without loops", examples["without loops"]
    yield from ways.start_up().items()
    yield from ((name, Cost(wall / 1000, cpu / 1000)) for name, (cpu, wall) in bare_limits(ways))


def bare_limits(ways: Ways) -> Iterator[tuple[str, list[float]]]:
    """Yield the bare limits, each with its CPU and wall time."""
    yield from ((name, figures) for name, figures in ways.bare().items() if name != "asked")


def main() -> None:
    """Measure; print the table, and which targets are met."""
    costs = measure(QUICK if "--quick" in sys.argv[1:] else FULL)
    show(costs)
    print()  # noqa: T201
    for line in check_targets(costs):
        print(line)  # noqa: T201


if __name__ == "__main__":
    main()
