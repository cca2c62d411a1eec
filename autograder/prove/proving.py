"""Proving in parallel: the job of the shards is the proof of one exercise under one seed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from autograder.course.errors import GraderError
from autograder.course.manifest import Course
from autograder.prove.proof import Proof, Task
from autograder.prove.public_holes import public_holes
from autograder.runs.job import Job
from autograder.runs.pool import run_all
from autograder.sandbox.levels import UNSANDBOXED

if TYPE_CHECKING:
    from autograder.workers.fork_server import ForkServer

    Prove = Callable[[Course, Task, ForkServer], Proof]


@dataclass(frozen=True)
class Proving(Job["Prove", Task, Proof]):
    """Prove exercises of a course."""

    course: Course
    attempts: ClassVar[int] = 1

    @contextmanager
    def collected(self) -> Iterator[Prove]:
        """Import and lend what proves an exercise."""
        from autograder.prove.prover import prove

        yield prove

    def ready(self, material: Prove, fork_server: ForkServer) -> Callable[[Task], Proof]:
        """Return what proves an exercise."""
        return lambda task: material(self.course, task, fork_server)

    def give_up(self, task: Task) -> Proof:
        """Raise `GraderError`: half a proof proves nothing."""
        name = task.exercise.name
        raise GraderError(f"The process that proved {name} died. Run `autograder prove {name}` again.")


def prove_all(course: Course, tasks: Sequence[Task], jobs: int) -> Iterator[Proof]:
    """Yield the proof of each task as it comes, with what is wrong with its public cases.

    Raises `GraderError` when a shard dies.
    """
    public = public_holes(course, tasks)
    # The answers are the course's own, so they may run at any level of isolation.
    course = replace(course, limits=replace(course.limits, isolation=UNSANDBOXED))
    for proof in run_all(Proving(course), tasks, jobs):
        told = {hole.text for hole in proof.holes}
        holes = [hole for hole in public.get(proof.exercise, ()) if not proof.mutant and hole.text not in told]
        yield dataclasses.replace(proof, holes=(*proof.holes, *holes))
