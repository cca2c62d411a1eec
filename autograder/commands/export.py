"""`autograder export`: results into another system."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.shared.last_class import results_of_class
from autograder.course.errors import UsageError
from autograder.course.language import language_of
from autograder.course.load import load_course
from autograder.course.text import Language, printable, without_line_breaks
from autograder.results.model import Result

EXAMPLE = "Example: autograder export results --to canvas --into gradebook.csv --out to-canvas.csv"
SYSTEMS = "csv, xlsx, canvas, moodle, gradescope, classroom50, prairielearn, junit, nbgrader"
NO_SCORE = "it has no score"


def export(
    results: Annotated[Path, typer.Argument(help="A folder that `autograder grade` wrote.")],
    to: Annotated[str, typer.Option(help=f"The system or the kind of file to write: {SYSTEMS}.")],
    out: Annotated[
        Path | None, typer.Option(help="Where to write. [default: a file or folder named after the system]")
    ] = None,
    into: Annotated[
        Path | None, typer.Option(help="The gradebook exported by Canvas, or the worksheet downloaded from Moodle.")
    ] = None,
    assignment: Annotated[str, typer.Option(help="Write the results of this assignment only.")] = "",
    column: Annotated[str, typer.Option(help="The column of --into, where it cannot be told by its header.")] = "",
    lang: Annotated[
        Language | None, typer.Option(help="The language of titles and messages. [default: the first of the course]")
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin a CSV file with a byte order mark, by which Excel knows UTF-8.")
    ] = False,
    db: Annotated[
        str,
        typer.Option(envvar="NBGRADER_DB_URL", help="nbgrader's database, by default gradebook.db of the course."),
    ] = "",
) -> None:
    """Write the results of a class into another system. / 把成绩写入其他系统。

    A result that is not written is named with the reason, one without a score among them, and the exit code is 1.
    """
    from autograder.export.formats import FORMATS  # here, for it is slow
    from autograder.export.matching import ADVICE, needs_roster
    from autograder.export.model import LeftOut, Request

    if to not in FORMATS:
        raise UsageError(f"There is no export to {to!r}. There is: {', '.join(FORMATS)}.")
    given = {"--into": into, "--column": column, "--bom": bom}
    if unused := [name for name, value in given.items() if value and name not in FORMATS[to].options]:
        raise UsageError(f"{to} has no use for {' and '.join(unused)}. Leave that out.")
    if out is not None and into is not None and out.resolve() == into.resolve():
        raise UsageError(f"{out} is the file of --into, which stays as it is. Choose another one with --out.")
    found = _of_assignment(results_of_class(results), assignment)
    scored = [result for result in found if result.score is not None]
    course = load_course(Path.cwd())
    request = Request(out or FORMATS[to].out, into, column, language_of(course, lang), bom, db)
    done = FORMATS[to].write(course, scored, request)
    left_out = [LeftOut(result, NO_SCORE) for result in found if result.score is None] + list(done.left_out)
    typer.echo(f"{len(found) - len(left_out)} of {len(found)} results written to {done.where}.")
    for remark in done.remarks:
        typer.echo(printable(remark), err=True)
    for one in left_out:
        name = without_line_breaks(f"{one.result.student}/{one.result.assignment}")
        typer.echo(f"not written, {one.reason}: {name}", err=True)
    if any(needs_roster(one.reason) for one in left_out):
        typer.echo(ADVICE, err=True)
    if left_out:
        raise typer.Exit(1)


def _of_assignment(results: Sequence[Result], name: str) -> list[Result]:
    """Return the results of the assignment of that name, all where it is empty; raise `UsageError` without any."""
    found = [result for result in results if name in ("", result.assignment)]
    if not found:
        names = ", ".join(sorted({result.assignment for result in results}))
        raise UsageError(f"There are no results of {name!r}. There are some of: {names}.")
    return found
