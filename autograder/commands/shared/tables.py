"""The results of a class run on the terminal: who needs a look, and the class in figures below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.table import Table

from autograder.commands.shared.figures import show_figures
from autograder.commands.shared.screen import plain, screen_language, stdout
from autograder.course.manifest import Course
from autograder.course.text import Language, number
from autograder.results.files import GRADES
from autograder.results.model import ExerciseStatus, Result
from autograder.results.status import GRADER_ERROR, reason_of, status_of

MOST_ROWS = 20  # of a class that is shown whole
MOST_UNMARKED = 10
MOST_LOWEST = 10
LONGEST_REASON = 300  # characters of one language
STATUSES = {
    ExerciseStatus.PASSED: "[green]full marks[/]",
    ExerciseStatus.PARTIAL: "partial",
    ExerciseStatus.FAILED: "[red]failed[/]",
    ExerciseStatus.NOT_ATTEMPTED: "not attempted",
    ExerciseStatus.NOT_RUN: "not run",
    ExerciseStatus.GRADER_ERROR: "[bold red]grader error[/]",
}


def show_class(results: Sequence[Result], course: Course, out: Path, seed: str, every_row: bool = False) -> None:
    """Print the rows that need a look, or every row, and then the figures of the class, which so stay in view."""
    if every_row or len(results) <= MOST_ROWS:
        stdout.print(_rows(results, course.languages))
    else:
        unmarked = [result for result in results if reason_of(result).en]
        _show_lowest([result for result in results if not reason_of(result).en], len(results), course.languages)
        _show_unmarked(sorted(unmarked, key=lambda result: status_of(result) != GRADER_ERROR), course.languages)
    show_figures(results, course, seed)
    count = "1 result" if len(results) == 1 else f"{len(results)} results"
    stdout.print(f"{count} in {out}, grades in {out / GRADES}, seed {seed}", markup=False, highlight=False)


def _rows(results: Sequence[Result], languages: Sequence[Language]) -> Table:
    table = Table("student", "assignment", box=box.SIMPLE_HEAD)
    table.add_column("score", justify="right")
    table.add_column("exercises", overflow="fold")
    for result in results:
        table.add_row(plain(result.student), result.assignment, number(result.score, 1), _remarks(result, languages))
    return table


def _remarks(result: Result, languages: Sequence[Language]) -> str:
    """Return how many exercises have which status, or why there is nothing to count."""
    if reason_of(result).en:
        return _reason(result, languages)
    counts = Counter(exercise.status for exercise in result.exercises)
    return ", ".join(f"{counts[status]} {words}" for status, words in STATUSES.items() if counts[status])


def _show_lowest(graded: Sequence[Result], count: int, languages: Sequence[Language]) -> None:
    """Print the rows of the lowest scores below full marks; `count` is how many results there are in all."""
    below = [result for result in graded if (result.score or 0.0) < result.max_score]
    lowest = sorted(below, key=lambda result: (result.score or 0.0) / result.max_score)[:MOST_LOWEST]
    if lowest:
        stdout.print(_rows(lowest, languages))
    stdout.print(f"  the {len(lowest)} lowest of {count} results; --table shows every row", highlight=False)


def _show_unmarked(results: Sequence[Result], languages: Sequence[Language]) -> None:
    """Print who is not gradable and where the grader failed, with the reasons."""
    for result in results[:MOST_UNMARKED]:
        words = _reason(result, languages)
        stdout.print(f"  {plain(result.student)}, {result.assignment}: {words}", highlight=False)
    if len(results) > MOST_UNMARKED:
        stdout.print(f"  and {len(results) - MOST_UNMARKED} more, all with their reasons in {GRADES}", highlight=False)


def _reason(result: Result, languages: Sequence[Language]) -> str:
    words = "[bold red]grader error:[/]" if status_of(result) == GRADER_ERROR else "[yellow]not gradable:[/]"
    reason = reason_of(result).in_language(screen_language(languages))
    cut = f"{reason[:LONGEST_REASON].rstrip()}…" if len(reason) > LONGEST_REASON else reason
    return f"{words} {plain(cut)}"
