"""`autograder release`: the folder students get."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.shared.not_proven import not_proven
from autograder.course.errors import UsageError
from autograder.course.language import language_of
from autograder.course.load import load_course
from autograder.course.text import Language
from autograder.prove.record import unproven

EXAMPLE = "Example: autograder release --out to-students --lang zh"


def release(
    out: Annotated[Path, typer.Option(help="A new folder for the release.")],
    lang: Annotated[
        Language | None,
        typer.Option(help="The language of the notebooks, first in the README. [default: the first of the course]"),
    ] = None,
) -> None:
    """Write what students get; refused while any suite is unproven. / 生成发给学生的文件夹。"""
    from autograder.course.engine_source import engine_source
    from autograder.release.folder import release_files  # here, for it is slow
    from autograder.release.notebook import can_release

    course = load_course(Path.cwd())
    if missing := unproven(course):
        raise UsageError(f"{not_proven(course, missing, 'Nothing was written. ')}.")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(f"{out} is there already and not an empty folder. Choose a new one with --out.")
    files = release_files(course, language_of(course, lang))
    out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, encoding="utf-8")
    typer.echo(f"{len(files)} files for students are in {out}.")
    if not can_release():
        command = engine_source().command_for("notebooks", "nbgrader")
        typer.echo("The lessons are in Markdown: there are no notebooks, for nbgrader is not installed. To have them:")
        typer.echo(command)
