"""Grading a class: the job of its shards is a hand-in's result, with the tracebacks of any faults of ours."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from autograder.course.manifest import Assignment, Course
from autograder.results.model import Result, broken_result
from autograder.runs.job import Job
from autograder.runs.pool import do_nothing, run_all
from autograder.submissions.handin import Handin
from autograder.submissions.read import is_notebook

if TYPE_CHECKING:
    from autograder.grading.collect import Checks
    from autograder.runs.grader import Grader
    from autograder.workers.fork_server import ForkServer

    Collected = tuple[type[Grader], Checks]

Graded = tuple[Result, list[str]]


@dataclass(frozen=True)
class Grading(Job["Collected", Handin, Graded]):
    """Grade hand-ins of these assignments; one that shards die of again and again gets a result without a score.

    With `notebooks`, what reads notebooks is imported once; without it, each shard does so where it is handed one.
    """

    course: Course
    assignments: Sequence[Assignment]
    seed: str
    notebooks: bool = False
    attempts: ClassVar[int] = 3

    @contextmanager
    def collected(self) -> Iterator[Collected]:
        """Import the grader, collect the suites, and lend both."""
        from autograder.grading.collect import collect_checks
        from autograder.runs.grader import Grader

        if self.notebooks:
            importlib.import_module("autograder.submissions.notebook_code")  # so that no shard has to

        with collect_checks(self.course, self.assignments, self.seed) as checks:
            yield Grader, checks

    def ready(self, material: Collected, fork_server: ForkServer) -> Callable[[Handin], Graded]:
        """Return what grades a hand-in."""
        grader, checks = material
        return grader(self.assignments, checks, fork_server).grade

    def give_up(self, task: Handin) -> Graded:
        """Return the result of a hand-in at which the grader failed."""
        return broken_result(task.student, self.course.assignments[task.assignment], self.seed), []


def grade_class(
    course: Course, handins: Sequence[Handin], seed: str, jobs: int, begins: Callable[[Handin], None] = do_nothing
) -> Iterator[Graded]:
    """Yield the result of each hand-in as it comes, and call `begins` with each that a shard is given.

    Raises `GraderError` when the grader cannot work at all.
    """
    names = {handin.assignment for handin in handins}
    assignments = [assignment for name, assignment in course.assignments.items() if name in names]
    notebooks = any(map(is_notebook, handins))
    return run_all(Grading(course, assignments, seed, notebooks), handins, jobs, begins)
