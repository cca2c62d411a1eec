"""What isolation costs: the median time of one perfect submission, graded again and again at each level there is.

Run from the repository root: .venv/bin/python benchmarks/isolation.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from autograder.engine import isolation
from autograder.engine.grade import Grader
from autograder.engine.suites import Suites, use_suites
from autograder.engine.zygote import Zygote
from autograder.manifest import load_course
from autograder.submission.find import find_handins

ROOT = Path(__file__).parents[1]
STUDENT = "王芳"  # full marks in every assignment


def measure(level: isolation.Level, rounds: int) -> dict[str, list[float]]:
    """Return the milliseconds of each round, by assignment."""
    course = load_course(ROOT)
    handins = [h for h in find_handins(ROOT / "examples" / "class", course) if h.student == STUDENT]
    times: dict[str, list[float]] = {handin.assignment: [] for handin in handins}

    def use(suites: Suites) -> None:
        zygote = Zygote(course.limits, level)
        zygote.wait_until_ready()
        grader = Grader(course, suites, zygote, "bench")
        for handin in handins * rounds:
            started = time.perf_counter()
            result, _ = grader.grade(handin)
            times[handin.assignment].append((time.perf_counter() - started) * 1000)
            assert result.score == result.assignment.points, result.as_json()
        zygote.close()

    use_suites(course, list(course.assignments.values()), "bench", use)
    return times


def main() -> None:
    """Print a line for each level and assignment."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    for level in filter(isolation.works, isolation.LEVELS):
        for assignment, times in measure(level, rounds).items():
            print(f"{level.name:12} {assignment:20} median {statistics.median(times):7.1f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
