"""The closing tables of a class run: what each result or each exercise came to, and who has no marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.table import Table

from autograder.commands.screen import plain, stdout
from autograder.results.files import GRADES
from autograder.results.model import ExerciseResult, ExerciseStatus, Result
from autograder.results.status import GRADER_ERROR, reason_of, status_of

MOST_ROWS = 60
MOST_CHARACTERS = 90
LONGEST_REASON = 300
STATUSES = {
    ExerciseStatus.PASSED: "[green]full marks[/]",
    ExerciseStatus.PARTIAL: "partial",
    ExerciseStatus.FAILED: "[red]failed[/]",
    ExerciseStatus.NOT_ATTEMPTED: "not attempted",
    ExerciseStatus.NOT_RUN: "not run",
    ExerciseStatus.GRADER_ERROR: "[bold red]grader error[/]",
}


def show_table(results: Sequence[Result], out: Path, seed: str) -> None:
    """Print a row for each result of a small class, and for each exercise and what has no marks of a large one."""
    if len(results) <= MOST_ROWS:
        stdout.print(_by_result(results))
    else:
        stdout.print(_by_exercise(results))
        _show_unmarked([result for result in results if reason_of(result).en])
    count = "1 result" if len(results) == 1 else f"{len(results)} results"
    stdout.print(f"{count} in {out}, grades in {out / GRADES}, seed {seed}", markup=False, highlight=False)


def _by_result(results: Sequence[Result]) -> Table:
    table = Table("student", "assignment", box=box.SIMPLE_HEAD)
    table.add_column("score", justify="right")
    table.add_column("exercises", overflow="fold")
    for result in results:
        table.add_row(plain(result.student), result.assignment, _number(result.score), _remarks(result))
    return table


def _remarks(result: Result) -> str:
    """Return how many exercises have which status, or why there is nothing to count."""
    if reason_of(result).en:
        return _reason(result)
    counts = Counter(exercise.status for exercise in result.exercises)
    return ", ".join(f"{counts[status]} {words}" for status, words in STATUSES.items() if counts[status])


def _reason(result: Result, most: int = MOST_CHARACTERS) -> str:
    words = "[bold red]grader error:[/]" if status_of(result) == GRADER_ERROR else "[yellow]not gradable:[/]"
    return f"{words} {plain(reason_of(result).both()[:most])}"


def _show_unmarked(results: Sequence[Result]) -> None:
    """Print who is not gradable and where the grader failed, with the reasons; the faults of the grader come first."""
    for result in sorted(results, key=lambda result: status_of(result) != GRADER_ERROR)[:MOST_ROWS]:
        words = _reason(result, LONGEST_REASON)
        stdout.print(f"  {plain(result.student)}, {result.assignment}: {words}", highlight=False)
    if len(results) > MOST_ROWS:
        stdout.print(f"  and {len(results) - MOST_ROWS} more, all with their reasons in {GRADES}", highlight=False)


def _by_exercise(results: Sequence[Result]) -> Table:
    table = Table("assignment", "exercise", box=box.SIMPLE_HEAD)
    for heading in ("full marks", "mean", "of"):
        table.add_column(heading, justify="right")
    groups: dict[tuple[str, str], list[ExerciseResult]] = {}
    for result in results:
        for exercise in result.exercises:
            groups.setdefault((result.assignment, exercise.name), []).append(exercise)
    for (assignment, name), entries in groups.items():
        scores = [entry.score for entry in entries if entry.score is not None]
        full = sum(entry.score == entry.max_score for entry in entries)
        table.add_row(
            assignment,
            name,
            f"{full}/{len(entries)}",
            _number(sum(scores) / len(scores) if scores else None),
            _number(entries[0].max_score),
        )
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}".removesuffix(".0")
