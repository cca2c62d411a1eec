"""Grading a class on this machine or a cluster: each result is written as it comes, and the progress is shown."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path

import typer

from autograder.commands.shared.progress import class_progress
from autograder.commands.shared.stop import stoppable
from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.results.files import result_path
from autograder.results.handed_in import as_handed_in
from autograder.results.model import Result
from autograder.results.writer import write_result
from autograder.runs.grading import Graded, grade_class
from autograder.submissions.handin import Handin


def grade_all(
    course: Course, handins: Sequence[Handin], kept: dict[Path, Result], out: Path, seed: str, jobs: int, dask: str
) -> list[Result]:
    """Grade what has no result yet, write each result as it comes, and return all in the order of the hand-ins."""
    paths = {result_path(out, handin.student, handin.assignment): handin for handin in handins}
    done = {path: as_handed_in(result, paths[path]) for path, result in kept.items()}
    for path, result in done.items():
        if result != kept[path]:
            write_result(out, result)
    left = [handin for path, handin in paths.items() if path not in done]
    with (
        class_progress(len(paths), len(done)) as progress,
        stoppable(done, len(paths), out),
        closing(_results(course, left, seed, jobs, dask, lambda one: progress.begins(_name(one)))) as results,
    ):
        for result, faults in results:
            path = result_path(out, result.student, result.assignment)
            done[path] = as_handed_in(result, paths[path])
            write_result(out, done[path])
            progress.ends(_name(result), faults)
    return [done[path] for path in paths]


def _name(one: Handin | Result) -> str:
    return f"{one.student} {one.assignment}"


def _results(
    course: Course, handins: Sequence[Handin], seed: str, jobs: int, dask: str, begins: Callable[[Handin], None]
) -> Generator[Graded]:
    if not handins:
        return
    if not dask:
        yield from grade_class(course, handins, seed, jobs, begins)
        return
    try:
        from autograder.runs.dask.client import grade_with
        from autograder.runs.dask.cluster import connected
    except ImportError:
        raise UsageError("--dask needs Dask, which is not installed. Run: pip install dask distributed") from None
    with connected(dask, jobs) as client:
        if not client.nthreads():
            typer.echo("No Dask worker has joined the cluster yet; waiting for one.", err=True)
        yield from grade_with(client, course, handins, seed)
