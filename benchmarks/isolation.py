"""What isolation costs: the median time of one perfect submission at each level that this machine has.

Run from the repository root: .venv/bin/python benchmarks/isolation.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from autograder.course.load import load_course
from autograder.grading.collect import collect_checks
from autograder.runs.grader import Grader
from autograder.sandbox import levels
from autograder.submissions.handin import find_handin
from autograder.workers.fork_server import ForkServer

ROOT = Path(__file__).parents[1]
STUDENT, ASSIGNMENT = "王芳", "image_convolution"  # full marks


def measure(level: levels.Level, rounds: int) -> list[float]:
    """Return the milliseconds of each round."""
    course = load_course(ROOT)
    assignments = [course.assignments[ASSIGNMENT]]
    students = sorted((ROOT / "examples" / "class").iterdir())
    handins = [handin for student in students if (handin := find_handin(student, ASSIGNMENT))]
    handin = next(handin for handin in handins if handin.student == STUDENT)
    times: list[float] = []

    with collect_checks(course, assignments, "bench") as checks:
        fork_server = ForkServer(course, level)
        fork_server.wait_until_ready()
        grader = Grader(assignments, checks, fork_server)
        for _ in range(rounds):
            started = time.perf_counter()
            result, _ = grader.grade(handin)
            times.append((time.perf_counter() - started) * 1000)
            assert result.score == result.max_score, result
        fork_server.close()
    return times


def main() -> None:
    """Print a line for each level."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    for level in filter(levels.works, levels.LEVELS):
        times = measure(level, rounds)
        print(f"{level.name:12} median {statistics.median(times):6.1f} ms, least {min(times):6.1f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
