"""`autograder export`: results into another system."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from autograder.course.errors import UsageError
from autograder.course.load import load_course
from autograder.course.text import printable
from autograder.results.model import Result
from autograder.results.reader import read_results

EXAMPLE = "Example: autograder export results --to nbgrader --db sqlite:///gradebook.db"


def export(
    results: Annotated[Path, typer.Argument(help="A folder that `autograder grade` wrote.")],
    to: Annotated[str, typer.Option(help="The system to write into: nbgrader.")],
    db: Annotated[
        str,
        typer.Option(envvar="NBGRADER_DB_URL", help="The gradebook's database, by default gradebook.db of the course."),
    ] = "",
) -> None:
    """Write the scores of a class into another system. / 把成绩写入其他系统。

    A result without a score, at which the grader failed, is not written; it is named, and the exit code is 1.
    """
    if to != "nbgrader":
        raise UsageError(f"There is no export to {to!r}. There is: nbgrader.")
    found = read_results(results)
    scored = [result for result in found if result.score is not None]
    _write_gradebook(scored, db)
    typer.echo(f"{len(scored)} of {len(found)} results written to {to}.")
    for result in found:
        if result.score is None:
            name = printable(f"{result.student}/{result.assignment}")
            typer.echo(f"not written, it has no score: {name}", err=True)
    if len(scored) < len(found):
        raise typer.Exit(1)


def _write_gradebook(results: Sequence[Result], db: str) -> None:
    from autograder.export.nbgrader import write_gradebook  # here: it is slow, and not every course has nbgrader

    write_gradebook(load_course(Path.cwd()), results, db)
