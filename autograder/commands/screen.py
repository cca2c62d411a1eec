"""The terminal output of a class run: a progress bar, tracebacks of the grader's faults, and the closing table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from autograder.course.text import printable
from autograder.results.files import GRADES
from autograder.results.model import ExerciseResult, ExerciseStatus, Result

MOST_ROWS = 60
MOST_CHARACTERS = 90
STATUSES = {
    ExerciseStatus.PASSED: "[green]full marks[/]",
    ExerciseStatus.PARTIAL: "partial",
    ExerciseStatus.FAILED: "[red]failed[/]",
    ExerciseStatus.NOT_ATTEMPTED: "not attempted",
    ExerciseStatus.NOT_RUN: "not run",
    ExerciseStatus.GRADER_ERROR: "[bold red]grader error[/]",
}
PLAIN_STEPS = 10

stdout = Console(soft_wrap=True)
stderr = Console(stderr=True, soft_wrap=True)
Advance = Callable[[str, list[str]], None]


@contextmanager
def class_progress(total: int, done: int) -> Iterator[Advance]:
    """Show the progress of a class run: a bar on a terminal, a few plain lines elsewhere."""
    columns = (
        TextColumn("{task.description}", table_column=None),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=stderr, disable=not stderr.is_terminal, transient=True) as progress:
        task = progress.add_task("grading", total=total, completed=done)
        count = done

        def advance(name: str, faults: list[str]) -> None:
            nonlocal count
            count += 1
            progress.update(task, advance=1, description=_plain(name[:40]))
            say_plainly(count, total, "graded")
            for fault in faults:
                stderr.print(printable(fault), markup=False, highlight=False)

        yield advance


def say_plainly(count: int, total: int, done: str) -> None:
    """Print the progress in about ten lines in all, where there is no terminal for a bar."""
    if not stderr.is_terminal and (count == total or count % max(1, total // PLAIN_STEPS) == 0):
        stderr.print(f"{count} of {total} {done}", highlight=False)


def show_table(results: Sequence[Result], out: Path, seed: str) -> None:
    """Print one row for each result of a small class, or for each exercise of a large one."""
    stdout.print(_by_result(results) if len(results) <= MOST_ROWS else _by_exercise(results))
    count = "1 result" if len(results) == 1 else f"{len(results)} results"
    stdout.print(f"{count} in {out}, grades in {out / GRADES}, seed {seed}", markup=False, highlight=False)


def _by_result(results: Sequence[Result]) -> Table:
    table = Table("student", "assignment", box=box.SIMPLE_HEAD)
    table.add_column("score", justify="right")
    table.add_column("exercises", overflow="fold")
    for result in results:
        table.add_row(_plain(result.student), result.assignment, _number(result.score), _remarks(result))
    return table


def _remarks(result: Result) -> str:
    """Return how many exercises have which status, or why there is nothing to count."""
    if result.status == "not_gradable":
        return f"[yellow]not gradable:[/] {_plain(result.message.both())[:MOST_CHARACTERS]}"
    counts = Counter(exercise.status for exercise in result.exercises)
    return ", ".join(f"{counts[status]} {words}" for status, words in STATUSES.items() if counts[status])


def _by_exercise(results: Sequence[Result]) -> Table:
    table = Table("assignment", "exercise", box=box.SIMPLE_HEAD)
    for heading in ("full marks", "mean", "of"):
        table.add_column(heading, justify="right")
    groups: dict[tuple[str, str], list[ExerciseResult]] = {}
    for result in results:
        for exercise in result.exercises:
            groups.setdefault((result.assignment, exercise.name), []).append(exercise)
    for (assignment, name), entries in groups.items():
        scores = [entry.score or 0.0 for entry in entries]
        full = sum(entry.score == entry.max_score for entry in entries)
        table.add_row(
            assignment,
            name,
            f"{full}/{len(entries)}",
            _number(sum(scores) / len(scores)),
            _number(entries[0].max_score),
        )
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}".removesuffix(".0")


def _plain(text: str) -> str:
    """Return text that the terminal shows as it is, in one line: no markup, no control characters."""
    return escape(printable(text).replace("\n", " "))
