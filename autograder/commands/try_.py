"""`autograder try`: a suite on one answer, as its author debugs it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table

from autograder.commands.shared.screen import plain, stdout
from autograder.course.errors import GraderError, NotGradable, UsageError
from autograder.course.find_exercise import find_exercise
from autograder.course.load import load_course
from autograder.course.outcome import WORDS, Outcome
from autograder.course.text import number, printable

if TYPE_CHECKING:
    from autograder.course.manifest import Assignment, Course, Exercise
    from autograder.debug.answers import Answer
    from autograder.debug.trial import Request
    from autograder.grading.evidence import CheckRun

EXAMPLE = "Example: autograder try blur --answer forgets_border -k small --pdb"
NOT_PASSED, USAGE = 1, 2
ONE_ANSWER = "Give one of FILE, --answer and --reference."
HERE_OR_NOT = "--here goes with a FILE, and not with --sandboxed."
COLOURS = {Outcome.PASSED: "green", Outcome.GRADER_ERROR: "bold red", Outcome.FAILED: "red"}


def try_(
    exercise: Annotated[str, typer.Argument(help="The exercise whose suite is run.")],
    file: Annotated[Path | None, typer.Argument(help="An answer: a .py file or a notebook.")] = None,
    answer: Annotated[str, typer.Option(metavar="NAME", help="A known right or wrong answer, or `stub`.")] = "",
    reference: Annotated[bool, typer.Option("--reference", help="The reference solution: the default.")] = False,
    check: Annotated[str, typer.Option("-k", metavar="CHECK", help="Run this check, or those with this in it.")] = "",
    pdb: Annotated[bool, typer.Option("--pdb", help="Stop in the debugger where a check fails.")] = False,
    seed: Annotated[str, typer.Option(help="The seed the random cases are drawn from.")] = "proof",
    here: Annotated[bool, typer.Option("--here", help="Run FILE in this process: you wrote it, or read it.")] = False,
    sandboxed: Annotated[bool, typer.Option("--sandboxed", help="Run the answer as `grade` does.")] = False,
) -> None:
    """Run a suite on one answer, with prints, breakpoints and whole tracebacks. / 在一份答案上调试测试集。

    The course's own answers run in this process, without the sandbox. Any other FILE runs in the sandbox, where no
    breakpoint stops and nothing that it prints is shown, unless you say --here.
    """
    course = load_course(Path.cwd())
    assignment, one = find_exercise(course, exercise)
    if (file is not None) + bool(answer) + reference > 1:
        raise UsageError(ONE_ANSWER)
    if here and (file is None or sandboxed):
        raise UsageError(HERE_OR_NOT)
    from autograder.debug.trial import Request  # here, for it is slow

    chosen, foreign = _choose(course, assignment, one, file, answer, here)
    _try(course, Request(assignment, one, chosen, sandboxed or foreign, seed, check, pdb))


def _choose(
    course: Course, assignment: Assignment, exercise: Exercise, file: Path | None, name: str, here: bool
) -> tuple[Answer, bool]:
    """Return the answer that was asked for, and whether it is to run in the sandbox."""
    from autograder.debug.answers import answer_to_run, known_answer, reference_answer

    if file is not None:
        return answer_to_run(course, assignment, file, here, "--here")
    if name:
        known = known_answer(course, assignment, exercise, name)
        return known, not known.own
    return reference_answer(course, assignment), False


def _try(course: Course, request: Request) -> None:
    """Run the suite, show the table, and end as a command ends."""
    from autograder.debug.trial import run_trial

    try:
        trial = run_trial(course, request, lambda line: typer.echo(printable(line)))
    except NotGradable as problem:
        typer.echo(printable(problem.message.in_languages(course.languages)))
        raise typer.Exit(NOT_PASSED) from None
    if trial.usage_fault:
        raise typer.Exit(USAGE)
    if trial.runs:
        stdout.print(_table(trial.runs))
    if trial.whole:
        _show_sum(request, trial.runs)
    if trial.whole and not all(run.result.outcome is Outcome.PASSED for run in trial.runs):
        _show_mistake(course, request, trial.runs)
    if trial.code:
        raise typer.Exit(NOT_PASSED)


def _table(runs: Sequence[CheckRun]) -> Table:
    table = Table("check", box=box.SIMPLE_HEAD)
    table.add_column("points", justify="right")
    table.add_column("outcome")
    for run in runs:
        result = run.result
        word = f"[{COLOURS.get(result.outcome, 'yellow')}]{WORDS[result.outcome].en}[/]"
        table.add_row(plain(result.name), _of(result.score, result.max_score), word)
    table.add_row("all", _of(sum(run.result.score for run in runs), sum(run.result.max_score for run in runs)))
    return table


def _of(score: float, most: float) -> str:
    return f"{number(score)}/{number(most)}"


def _show_sum(request: Request, runs: Sequence[CheckRun]) -> None:
    """Say where the points of a suite are not those of the manifest."""
    worth = sum(run.result.max_score for run in runs)
    if abs(worth - request.exercise.points) > 1e-9:
        declared = f"the manifest says {request.exercise.points:g}"
        typer.echo(f"The suite of {request.exercise.name} is worth {worth:g} points; {declared}.")


def _show_mistake(course: Course, request: Request, runs: Sequence[CheckRun]) -> None:
    """Name the known mistakes whose answers behave like this one."""
    from autograder.debug.mistake import matching_mistakes

    try:
        found = matching_mistakes(course, request.assignment, request.exercise, runs, request.seed)
    except (GraderError, UsageError) as problem:
        typer.echo(printable(f"No mistake can be named: {problem}"))
        return
    for mistake in found:
        typer.echo(printable(f"The mistake is {mistake.name}: {mistake.explanation.in_languages(course.languages)}"))
