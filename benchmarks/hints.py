"""What it costs to look for relations and remarks: milliseconds for each failed check, of every known-wrong answer.

Run it from the checkout: `python benchmarks/hints.py [EXERCISE…]`. Each answer is looked at twice; the second time
counts, in which the right answers to changed arguments are known, as in a shard from its second submission on.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing

from course import ROOT

from autograder.course.load import load_course
from autograder.course.manifest import Assignment, Course
from autograder.course.outcome import Outcome
from autograder.grading.collect import collect_checks
from autograder.grading.run_submission import SubmissionRunner
from autograder.mistakes.hints import find_hints
from autograder.prove.answers import Kind, answers_for
from autograder.sandbox.levels import LEVELS
from autograder.workers.fork_server import ForkServer

TARGET_MS = 2.0


def main() -> None:
    """Print the cost for a failed check and for an exercise without one."""
    course = load_course(ROOT)
    names = sys.argv[1:] or [e.name for assignment in course.assignments.values() for e in assignment.exercises]
    costs = [cost for assignment in course.assignments.values() for cost in costs_of(course, assignment, names)]
    failed = sorted(cost for cost, count in costs if count)
    passed = [cost for cost, count in costs if not count]
    sys.stdout.write(f"failed checks of {len(failed)} wrong answers: median {statistics.median(failed):.2f} ms, ")
    sys.stdout.write(
        f"mean {statistics.mean(failed):.2f} ms, largest {failed[-1]:.1f} ms (target: at most {TARGET_MS:.0f} ms)\n"
    )
    sys.stdout.write(f"exercises without a failed check: {statistics.mean(passed):.3f} ms\n")


def costs_of(course: Course, assignment: Assignment, names: Sequence[str]) -> Iterator[tuple[float, int]]:
    """Yield what a failed check of each answer costs in milliseconds, and how many have failed."""
    with (
        closing(ForkServer(course, LEVELS[-1])) as fork_server,
        collect_checks(course, [assignment], "0") as all_checks,
    ):
        runner = SubmissionRunner(all_checks, fork_server, course.limits)
        for exercise in (one for one in assignment.exercises if one.name in names):
            for answer in answers_for(course, assignment, exercise):
                if answer.kind not in (Kind.REFERENCE, Kind.MISCONCEPTION):
                    continue
                (run,) = runner.run(answer.submission, (exercise,)).exercises
                count = sum(check.result.outcome is Outcome.FAILED for check in run.checks)
                find_hints(run, answer.submission.cells)
                started = time.process_time()
                find_hints(run, answer.submission.cells)
                yield 1000 * (time.process_time() - started) / max(1, count), count


if __name__ == "__main__":
    main()
