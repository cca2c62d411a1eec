"""How long a large class takes on a cluster: a simulation over recorded costs of submissions.

Usage: python benchmarks/simulate.py [SUBMISSIONS]
       python benchmarks/simulate.py --record RESULTS    # take the recorded costs from the durations of a class run

Submissions are drawn from `data/costs.json`, cut into batches as `autograder.runs.dask` cuts them, and handed to
threads in the order in which these become free. The machine that sends is a queue of its own: it reads, sends,
receives and writes. Workers are lost at random; a lost batch is sent again, a hand-in at a time.
"""

from __future__ import annotations

import heapq
import json
import random
import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.runs.dask.batches import MAX_HANDINS, ROUNDS

RECORDED = Path(__file__).parent / "data" / "costs.json"
SUBMISSIONS = 100_000
START_SECONDS = 6.0  # until a new worker has its suites and a fork server
BATCH_SECONDS = 0.01  # Dask's own work for a batch: scheduling, two questions about its ticket, transfer
SENDING_SECONDS = 0.002  # reading a submission and writing its result, on the machine that sends
LOST_PER_HOUR = 0.1  # workers lost for each thread and hour
DOLLARS_PER_CORE_HOUR = 0.04
THREADS = (2, 16, 64, 256, 1024)


@dataclass(frozen=True)
class Outcome:
    """What a run would take: seconds from start to end, core hours that were paid for, and lost batches."""

    seconds: float
    core_hours: float
    lost: int


def simulate(costs: Sequence[float], threads: int, chance: random.Random) -> Outcome:
    """Grade submissions of these costs (seconds each) on so many threads."""
    batches = deque(_batches(costs, threads))
    free = [START_SECONDS] * threads
    sent, end, lost = 0.0, 0.0, 0
    while batches:
        batch = batches.popleft()
        sent += SENDING_SECONDS * len(batch)
        begin = max(sent, heapq.heappop(free))
        finish = begin + BATCH_SECONDS + sum(batch)
        until_loss = chance.expovariate(LOST_PER_HOUR / 3600)
        if begin + until_loss < finish:
            lost += 1
            finish = begin + until_loss + START_SECONDS
            batches.extendleft([cost] for cost in batch)
        heapq.heappush(free, finish)
        end = max(end, finish)
    return Outcome(end, end * threads / 3600, lost)


def _batches(costs: Sequence[float], threads: int) -> list[list[float]]:
    most = max(1, min(MAX_HANDINS, len(costs) // (ROUNDS * threads)))
    return [list(costs[at : at + most]) for at in range(0, len(costs), most)]


def record(results: Path) -> None:
    """Keep the durations of a class run as the recorded costs."""
    durations = sorted(json.loads(path.read_bytes())["duration"] for path in results.glob("*/*.json"))
    RECORDED.write_text(json.dumps(durations) + "\n", encoding="utf-8")


def main() -> None:
    """Print a row for each size of cluster."""
    if sys.argv[1:2] == ["--record"]:
        record(Path(sys.argv[2]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SUBMISSIONS
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    costs = random.Random("class").choices(recorded, k=count)
    print(f"{count} submissions, {sum(costs) / count * 1000:.0f} ms each on average\n")  # noqa: T201
    print("| threads | time | core hours | at $0.04 | batches lost | busy |\n|---|---|---|---|---|---|")  # noqa: T201
    for threads in THREADS:
        done = simulate(costs, threads, random.Random(threads))
        busy = sum(costs) / 3600 / done.core_hours
        price = done.core_hours * DOLLARS_PER_CORE_HOUR
        row = f"{done.seconds / 60:.1f} min | {done.core_hours:.1f} | ${price:.2f} | {done.lost} | {busy:.0%}"
        print(f"| {threads} | {row} |")  # noqa: T201


if __name__ == "__main__":
    main()
