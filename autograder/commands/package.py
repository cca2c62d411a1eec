"""`autograder package`: the grader for a system that runs it itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.shared.not_proven import not_proven
from autograder.course.errors import UsageError
from autograder.course.language import language_of
from autograder.course.load import load_course
from autograder.course.manifest import Course
from autograder.course.text import Language
from autograder.prove.record import unproven_suites

EXAMPLE = "Example: autograder package gradescope --assignment practice --out practice.zip"


def package(
    system: Annotated[str, typer.Argument(help="The system that is to grade: gradescope or classroom50.")],
    out: Annotated[Path, typer.Option(help="The zip for Gradescope, or a new folder for Classroom 50.")],
    assignment: Annotated[
        str, typer.Option(help="The assignment that the package grades; needed where the course has several.")
    ] = "",
    lang: Annotated[
        Language | None, typer.Option(help="The language of titles and messages. [default: the first of the course]")
    ] = None,
    allow_unsandboxed: Annotated[
        bool,
        typer.Option("--allow-unsandboxed", help="Let the package grade where student code cannot be isolated."),
    ] = False,
    unproven: Annotated[
        bool, typer.Option("--unproven", help="Pack suites that are not proven as well.", envvar="AUTOGRADER_UNPROVEN")
    ] = False,
) -> None:
    """Pack the grader with suites, solutions and seed for another system. / 打包评分程序，交给其他系统运行。

    Whoever has the package has the answers: give it to the system and to nobody else.
    """
    from autograder.export.package.classroom50 import write_folder  # here, for they are slow
    from autograder.export.package.gradescope import write_zip

    course = load_course(Path.cwd())
    name, language = _assignment(course, assignment), language_of(course, lang)
    missing = unproven_suites(course, [name])
    if missing and not unproven:
        raise UsageError(f"{not_proven(course, missing, 'Nothing was packed. ')}, or add --unproven.")
    options = (["--allow-unsandboxed"] if allow_unsandboxed else []) + (["--unproven"] if missing else [])
    if system == "gradescope":
        count = write_zip(course, name, language, options, out)
    elif system == "classroom50":
        _require_new(out)
        count = write_folder(course, name, language, options, out)
    else:
        raise UsageError(f"There is no package for {system!r}. There is: gradescope, classroom50.")
    typer.echo(f"{count} files that grade {name} are in {out}. They hold the answers: give them to {system} alone.")


def _assignment(course: Course, name: str) -> str:
    """Return the assignment to pack; raise `UsageError` where it is not clear or not there."""
    names = list(course.assignments)
    chosen = name or (names[0] if len(names) == 1 else "")
    if chosen not in names:
        problem = f"There is no assignment {name!r}." if name else "A package grades one assignment."
        raise UsageError(f"{problem} Name one with --assignment: {', '.join(names)}.")
    return chosen


def _require_new(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(f"{out} is there already and not an empty folder. Choose a new one with --out.")
