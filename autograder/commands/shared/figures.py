"""The class in figures on the terminal: the assignments, the weakest exercises and the commonest mistakes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from autograder.commands.shared.screen import stdout
from autograder.course.manifest import Course
from autograder.course.text import number, without_line_breaks
from autograder.mistakes.explanations import Explanations
from autograder.report.mistakes_made import mistakes_made
from autograder.results.model import ExerciseStatus, Result
from autograder.results.status import status_of
from autograder.results.summary import AssignmentFigures, Figures, summarize

MOST_EXERCISES = 5
MOST_MISTAKES = 5
LINE_WIDTH = 120  # where the output is no terminal


def show_figures(results: Sequence[Result], course: Course, seed: str) -> None:
    """Print what the class came to: each assignment, the weakest exercises and the commonest mistakes."""
    assignments = summarize(results, course, seed).assignments
    stdout.print(_assignments(results, assignments))
    weakest = _weakest(assignments)
    if weakest.row_count:
        stdout.print(weakest)
    _show_commonest(results, course)


def _table(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    for heading in headings:
        table.add_column(heading, no_wrap=True)
    return table


def _assignments(results: Sequence[Result], assignments: Mapping[str, AssignmentFigures]) -> Table:
    table = _table("assignment")
    for heading in ("results", "mean", "of", "full marks", "not gradable", "errors"):
        table.add_column(heading, justify="right")
    for name, figures in assignments.items():
        own = [result for result in results if result.assignment == name]
        statuses = [status_of(result) for result in own]
        full = sum(result.score == result.max_score for result in own)
        counts = [full, statuses.count("not_gradable"), statuses.count("grader_error")]
        table.add_row(
            name,
            str(len(own)),
            number(figures.mean, 1),
            number(figures.max_score, 1),
            *(str(count or "") for count in counts),
        )
    return table


def _weakest(assignments: Mapping[str, AssignmentFigures]) -> Table:
    """Return the exercises of which the class earned the least, but for those with full marks for everybody."""
    entries = [(name, exercise, one) for name, f in assignments.items() for exercise, one in f.exercises.items()]
    weak = [entry for entry in entries if entry[2].mean is not None and _share(entry[2]) < 1]
    table = _table("weakest exercises", "assignment")
    for heading in ("mean", "of", "full marks"):
        table.add_column(heading, justify="right")
    for name, exercise, one in sorted(weak, key=lambda entry: _share(entry[2]))[:MOST_EXERCISES]:
        full = f"{one.statuses.get(ExerciseStatus.PASSED, 0)}/{sum(one.statuses.values())}"
        table.add_row(exercise, name, number(one.mean, 1), number(one.max_score, 1), full)
    return table


def _share(figures: Figures) -> float:
    return (figures.mean or 0.0) / figures.max_score


def _show_commonest(results: Sequence[Result], course: Course) -> None:
    """Print the commonest mistakes, a line each, with the beginning of the explanation."""
    explanations = Explanations(course)
    commonest = mistakes_made(results)[:MOST_MISTAKES]
    if commonest:
        stdout.print("  commonest mistakes", style="bold", highlight=False)
    for mistake in commonest:
        count, name = f"{len(mistake.results):>5}", f"{mistake.exercise}: {mistake.name}"
        line = Text(f"{count}  {name}  {without_line_breaks(mistake.told(explanations).en)}")
        line.truncate(stdout.width if stdout.is_terminal else LINE_WIDTH, overflow="ellipsis")
        stdout.print(line, highlight=False)
    if commonest:
        stdout.print()
