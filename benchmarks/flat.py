"""Whether a shard stays the same from its hundredth submission to its ten thousandth: its memory and its speed.

Usage: python benchmarks/flat.py [SUBMISSIONS]    # at least 10; so few show that it works, and nothing else
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import psutil
from targets import met_or_missed

from autograder.course.load import load_course
from autograder.grading.collect import collect_checks
from autograder.runs.grader import Grader
from autograder.sandbox import levels
from autograder.submissions.handin import Handin
from autograder.workers.fork_server import ForkServer

ROOT = Path(__file__).parents[1]
ASSIGNMENT = "image_convolution"
WARM = 100
MEMORY_MIB = 10.0
SLOWER = 1.1


@dataclass(frozen=True)
class Mark:
    """Where a shard stands after so many submissions: seconds of its CPU, and MiB of it and of its fork server."""

    submissions: int
    cpu: float
    shard: float
    fork_server: float


def measure(count: int) -> list[Mark]:
    """Grade so many different submissions in this process, and return marks along the way."""
    course = load_course(ROOT)
    assignment, marks = course.assignments[ASSIGNMENT], list[Mark]()
    stops = sorted({min(WARM, count // 5), *(count * part // 4 for part in range(1, 5))})

    with collect_checks(course, [assignment], "flat") as checks:
        fork_server = ForkServer(course, levels.strongest())
        fork_server.wait_until_ready()
        grader = Grader([assignment], checks, fork_server)
        with tempfile.TemporaryDirectory() as folder:
            for number, handin in enumerate(_handins(Path(folder), max(stops)), start=1):
                result, _ = grader.grade(handin)
                assert result.score == assignment.points, result
                if number in stops:
                    marks.append(_mark(number))
        fork_server.close()
    return marks


def _handins(folder: Path, count: int) -> Iterator[Handin]:
    """Yield right submissions, each with another text."""
    source = (ROOT / "examples" / "class" / "王芳" / f"{ASSIGNMENT}.py").read_text(encoding="utf-8")
    path = folder / f"{ASSIGNMENT}.py"
    for number in range(count):
        path.write_text(f"{source}\n# {number}\n", encoding="utf-8")
        yield Handin(f"s{number}", ASSIGNMENT, path)


def _mark(number: int) -> Mark:
    shard = psutil.Process()
    below = shard.children(recursive=True)
    sizes = [process.memory_full_info().uss / (1 << 20) for process in (shard, *below)]
    return Mark(number, time.process_time(), sizes[0], sum(sizes[1:]))


def main() -> None:
    """Print a row for each mark, and whether the two targets are met."""
    marks = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    print("| submissions | shard's CPU ms each | shard MiB | fork server MiB |\n|---|---|---|---|")  # noqa: T201
    costs = []
    for before, mark in pairwise([Mark(0, 0.0, 0.0, 0.0), *marks]):
        costs.append((mark.cpu - before.cpu) * 1000 / (mark.submissions - before.submissions))
        row = f"{mark.submissions} | {costs[-1]:.1f} | {mark.shard:.0f} | {mark.fork_server:.0f}"
        print(f"| {row} |")  # noqa: T201
    print()  # noqa: T201
    grown = max(abs(mark.shard - marks[0].shard) for mark in marks)
    since = f"memory of a shard has changed since submission {marks[0].submissions} by"
    print(met_or_missed(since, grown, MEMORY_MIB, "MiB"))  # noqa: T201
    print(met_or_missed("the last quarter costs as much as the first after warming up", costs[-1] / costs[1], SLOWER))  # noqa: T201


if __name__ == "__main__":
    main()
