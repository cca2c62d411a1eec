"""Making proofs side by side, with what is shown meanwhile."""

from __future__ import annotations

from collections import defaultdict

from rich.progress import track

from autograder.commands.shared.progress import PlainProgress
from autograder.commands.shared.screen import stderr
from autograder.course.manifest import Course
from autograder.prove.proof import Proof, Task
from autograder.prove.proving import prove_all


def prove_with_progress(course: Course, tasks: list[Task], jobs: int) -> dict[str, list[Proof]]:
    """Return the proofs of each exercise, in the order of the tasks."""
    if not tasks:
        return {}
    found: dict[str, list[Proof]] = defaultdict(list)
    proofs = prove_all(course, tasks, jobs)
    bar = track(proofs, "proving", len(tasks), console=stderr, disable=not stderr.is_terminal, transient=True)
    lines = PlainProgress(len(tasks), 0, "proofs made")
    for count, proof in enumerate(bar, start=1):
        found[proof.exercise].append(proof)
        lines.say(count)
    return {exercise.name: found[exercise.name] for exercise in (task.exercise for task in tasks)}
