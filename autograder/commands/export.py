"""`autograder export`: results into another system."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.course.errors import UsageError
from autograder.course.manifest import load_course
from autograder.course.text import printable
from autograder.export.read import read_results
from autograder.export.writers import WRITERS

EXAMPLE = "Example: autograder export results --to nbgrader --db sqlite:///gradebook.db"


def export(
    results: Annotated[Path, typer.Argument(help="A folder that `autograder grade` wrote.")],
    to: Annotated[str, typer.Option(help=f"The system to write into: {', '.join(WRITERS)}.")],
    db: Annotated[
        str,
        typer.Option(envvar="NBGRADER_DB_URL", help="The gradebook's database, by default gradebook.db of the course."),
    ] = "",
) -> None:
    """Write the scores of a class into another system. / 把成绩写入其他系统。

    A result without a score, at which the grader failed, is not written; it is named, and the exit code is 1.
    """
    if to not in WRITERS:
        raise UsageError(f"There is no export to {to!r}. There is: {', '.join(WRITERS)}.")
    records = read_results(results)
    scored = [record for record in records if record["score"] is not None]
    WRITERS[to](load_course(Path.cwd()), scored, db)
    typer.echo(f"{len(scored)} of {len(records)} results written to {to}.")
    for record in records:
        if record["score"] is None:
            name = printable(f"{record['student']}/{record['assignment']}")
            typer.echo(f"not written, it has no score: {name}", err=True)
    if len(scored) < len(records):
        raise typer.Exit(1)
