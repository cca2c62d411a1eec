"""`autograder init`: begins a course in a new folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.new import write
from autograder.course.errors import UsageError

EXAMPLE = 'Example: autograder init my-course --languages en --libraries numpy --title "Signals"'


def init(
    folder: Annotated[Path, typer.Argument(help="A new folder for the course.")],
    languages: Annotated[str, typer.Option(help="What students read: zh, en or both; the first one comes first.")] = (
        "zh,en"
    ),
    libraries: Annotated[
        str, typer.Option(help="What submissions import, such as numpy or torch; nothing unless told.")
    ] = "",
    title: Annotated[str, typer.Option(help="The title of the course; the name of its folder unless told.")] = "",
) -> None:
    """Write a small course that builds, proves, releases and grades at once. / 新建一门小课程。"""
    from autograder.course.engine_source import engine_source
    from autograder.scaffold.course import NewCourse, course_files, languages_named, libraries_named

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already and not an empty folder. Choose a new one.")
    begun = NewCourse(title or folder.resolve().name, languages_named(languages), libraries_named(libraries))
    write(folder, {folder / path: text for path, text in course_files(begun).items()})
    if not engine_source().address:
        typer.echo("Write into requirements.txt where the engine comes from, which is not known here.")
    typer.echo(f"Next: cd {folder}; autograder build; autograder prove; then README.md tells the rest.")
