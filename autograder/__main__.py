"""The command line: `autograder` or `python -m autograder`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from autograder import __version__
from autograder.commands import (
    build,
    check,
    export,
    feedback,
    grade,
    hand_ins,
    import_,
    mistakes,
    package,
    prove,
    release,
    report,
    watch_exchange,
)
from autograder.course.errors import GraderError, UsageError
from autograder.course.text import printable

USAGE, BROKEN = 2, 3


def show_version(asked: bool) -> None:
    """Print the version and end, where that is asked for."""
    if asked:
        typer.echo(f"autograder {__version__}")
        raise typer.Exit


app = typer.Typer(
    name="autograder",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def common(
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=show_version, help="Show the version and end.")
    ] = False,
) -> None:
    """Grade a course of programming exercises. / 编程作业的自动评分。"""


# Every command is registered here, so its module is to import nothing slow outside of its function.
app.command(epilog=grade.EXAMPLE)(grade.grade)
app.command(epilog=hand_ins.EXAMPLE)(hand_ins.hand_ins)
app.command(epilog=feedback.EXAMPLE)(feedback.feedback)
app.command(epilog=report.EXAMPLE)(report.report)
app.command(epilog=build.EXAMPLE)(build.build)
app.command("import", epilog=import_.EXAMPLE)(import_.import_notebooks)
app.command(epilog=check.EXAMPLE)(check.check)
app.command(epilog=prove.EXAMPLE)(prove.prove)
app.command(epilog=release.EXAMPLE)(release.release)
app.command(epilog=export.EXAMPLE)(export.export)
app.command(epilog=mistakes.EXAMPLE)(mistakes.mistakes)
app.command(epilog=package.EXAMPLE)(package.package)
app.command(epilog=watch_exchange.EXAMPLE)(watch_exchange.watch_exchange)


def main() -> None:
    """Run a command; end with 0 (done), 1 (something to fix was found), 2 (usage) or 3 (the grader failed)."""
    try:
        app()
    except UsageError as error:
        typer.echo(printable(f"autograder: {error}"), err=True)
        sys.exit(USAGE)
    except GraderError as error:
        typer.echo(printable(f"autograder: the grader failed: {error}"), err=True)
        sys.exit(BROKEN)


if __name__ == "__main__":
    main()
