"""`autograder grade`: a class into results."""

from __future__ import annotations

import os
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.shared.class_files import (
    MOST_LINES,
    RosterFile,
    Submissions,
    opened_class,
    require_class,
    show_not_understood,
)
from autograder.commands.shared.class_run import grade_all
from autograder.commands.shared.last_class import show_left_out
from autograder.commands.shared.next_steps import show_next_steps
from autograder.commands.shared.not_proven import not_proven
from autograder.commands.shared.tables import show_class
from autograder.course.errors import GraderError, UsageError
from autograder.course.load import load_course
from autograder.course.manifest import Course
from autograder.course.seed import course_seed
from autograder.prove.record import unproven_suites
from autograder.results.files import open_folder
from autograder.results.last_run import read_last_run
from autograder.results.model import Result
from autograder.results.reuse import unchanged_results
from autograder.results.run import describe_run, results_before, resumed_seed, write_run
from autograder.results.writer import write_class
from autograder.sandbox.levels import strongest, with_isolation
from autograder.sandbox.scratch import sweep
from autograder.submissions.find_class import FoundClass
from autograder.submissions.handin import Handin

EXAMPLE = "Example: autograder grade examples/class --out results --jobs 2"
SHORTEST_SEED = 16  # characters; one that is given by hand and shorter is a word or a date


def grade(
    submissions: Submissions,
    out: Annotated[Path, typer.Option(help="Where the results go.")] = Path("results"),
    jobs: Annotated[int, typer.Option(min=1, help="Shards in parallel; one per core unless told otherwise.")] = len(
        os.sched_getaffinity(0)
    ),
    seed: Annotated[
        str,
        typer.Option(envvar="AUTOGRADER_SEED", help="The course seed. [default: that in .autograder-seed]"),
    ] = "",
    assignment: Annotated[str, typer.Option(help="Grade this assignment only.")] = "",
    roster: RosterFile = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an interrupted run: take the seed of the results in OUT.")
    ] = False,
    dask: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Grade on the Dask cluster of this scheduler, or on a `local` one.")
    ] = "",
    fresh: Annotated[bool, typer.Option("--fresh", help="Grade unchanged submissions again as well.")] = False,
    isolation: Annotated[
        str,
        typer.Option(help="The weakest level that may grade: full, bubblewrap or landlock. [default: the manifest's]"),
    ] = "",
    allow_unsandboxed: Annotated[
        bool,
        typer.Option(help="Grade even where student code cannot be isolated.", envvar="AUTOGRADER_ALLOW_UNSANDBOXED"),
    ] = False,
    unproven: Annotated[
        bool,
        typer.Option("--unproven", help="Grade with suites that are not proven as well.", envvar="AUTOGRADER_UNPROVEN"),
    ] = False,
    table: Annotated[bool, typer.Option("--table", help="Show every result, also of a large class.")] = False,
) -> None:
    """Grade every submission into OUT: a JSON file each, grades.csv and summary.json. / 批改全班作业。

    A submission whose result is in OUT already is graded again only if it, the suites, the seed or the grader changed.
    """
    course = with_isolation(load_course(Path.cwd()), isolation, allow_unsandboxed)
    require_class(submissions, course, assignment)
    _require_two_folders(submissions, out)
    _warn_of_guessable(seed)
    sweep()
    with opened_class(submissions, course, roster, assignment) as found, open_folder(out):
        level = strongest().name
        seed = (resumed_seed(out, seed, level) if resume else seed) or course_seed(course.root)
        handins = _understood(found, submissions)
        names = {handin.assignment for handin in handins}
        unproven_suites = _unproven_suites(course, names, unproven)
        run = describe_run(course, handins, seed, level, unproven_suites, results_before(out))
        kept = {} if fresh else unchanged_results(course, handins, out, seed)
        write_run(out, run)
        _finish(course, grade_all(course, handins, kept, out, seed, jobs, dask), out, seed, table)


def _require_two_folders(submissions: Path, out: Path) -> None:
    """Raise `UsageError` where the results would stand among the submissions."""
    if out.resolve().is_relative_to(submissions.resolve()):
        raise UsageError(f"{out} lies inside {submissions}, among the students. Choose another folder with --out.")


def _warn_of_guessable(seed: str) -> None:
    if seed and len(seed) < SHORTEST_SEED:
        advice = f"it has fewer than {SHORTEST_SEED} characters. Leave --seed out, and one is drawn and kept."
        typer.echo(f"autograder: warning: students may guess the seed: {advice}", err=True)


def _unproven_suites(course: Course, assignments: Container[str], accepted: bool) -> list[str]:
    """Return the exercises whose suites or solutions are not proven as they are, and name them on the screen.

    Raises `UsageError` where there are any and they are not accepted.
    """
    found = unproven_suites(course, assignments)
    if found and not accepted:
        raise UsageError(f"{not_proven(course, found, 'Nobody was graded. ')}, or grade with --unproven.")
    if found:
        typer.echo(f"autograder: warning: {not_proven(course, found)}.", err=True)
    return found


def _understood(found: FoundClass, submissions: Path) -> Sequence[Handin]:
    """Return the hand-ins of a class, and name what is not understood; raise `UsageError` where that is all."""
    show_not_understood(found, MOST_LINES)
    if not found.handins:
        raise UsageError(
            f"{submissions} holds nothing that can be graded. See docs/hand-ins.md for what is understood."
        )
    return found.handins


def _finish(course: Course, results: Sequence[Result], out: Path, seed: str, table: bool) -> None:
    write_class(out, results, course, seed)
    show_class(results, course, out, seed, table)
    show_left_out(read_last_run(out), out)
    show_next_steps(out)
    broken = [f"{result.student}/{result.assignment}" for result in results if result.score is None]
    if broken:
        raise GraderError(f"{len(broken)} of {len(results)} results are incomplete: {', '.join(broken[:5])}")
