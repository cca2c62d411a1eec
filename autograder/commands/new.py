"""`autograder new`: begins an assignment or an exercise, with what is to be written marked in each file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST
from autograder.course.load import load_course
from autograder.course.manifest import Assignment, Course
from autograder.course.todo import MARK

EXAMPLE = "Example: autograder new exercise blur --assignment practice --points 10"

new = typer.Typer(help="Begin an assignment or an exercise. / 新建作业或练习题。", no_args_is_help=True)
Chinese = Annotated[str, typer.Option(help="The title in Chinese.")]
English = Annotated[str, typer.Option(help="The title in English.")]


@new.command(epilog=EXAMPLE)
def exercise(
    name: Annotated[str, typer.Argument(help="The name of the function or class that students write.")],
    assignment: Annotated[str, typer.Option(help="The assignment that it belongs to.")],
    points: Annotated[
        float | None,
        typer.Option(
            help="Its points. [default: what the assignment lacks to 100, or 10 where it lacks nothing]", min=0
        ),
    ] = None,
    zh: Chinese = "",
    en: English = "",
) -> None:
    """Write every file that an exercise needs, each with marks where there is something to do. / 新建一道练习题。"""
    from autograder.scaffold.exercise import FULL, NewExercise, exercise_files, missing_points
    from autograder.scaffold.wording import is_whole, title_from

    course = load_course(Path.cwd())
    place = _assignment(course, assignment)
    worth = missing_points(place) if points is None else points
    if not worth:
        raise UsageError("The points of an exercise are more than 0. Choose others with --points.")
    begun = NewExercise(name, worth, title_from(name, zh, en), titled=is_whole(course.languages, zh, en))
    write(course.root, exercise_files(course, place, begun))
    if points is None:
        why = (
            f"what {assignment} lacked to 100" if place.points < FULL else f"{assignment} has {place.points:g} already"
        )
        typer.echo(
            f"{name} is worth {worth:g} points: {why}. Change them in {MANIFEST} and in the checks, or use --points."
        )
    typer.echo(f"Do what {MARK} says in these files, then run `autograder build` and `autograder prove {name}`,")
    typer.echo("which lists what is still to be done.")


@new.command(epilog="Example: autograder new assignment pooling --en Pooling")
def assignment(
    name: Annotated[str, typer.Argument(help="The name of the file that students hand in, without .py.")],
    zh: Chinese = "",
    en: English = "",
) -> None:
    """Write every file that an assignment needs but its exercises. / 新建一份作业，还没有练习题。"""
    from autograder.scaffold.assignment import assignment_files
    from autograder.scaffold.wording import is_whole, title_from

    course = load_course(Path.cwd())
    title, titled = title_from(name, zh, en), is_whole(course.languages, zh, en)
    write(course.root, assignment_files(course, name, title, titled))
    typer.echo(f"Begin its first exercise: autograder new exercise NAME --assignment {name}")


def write(root: Path, files: Mapping[Path, str]) -> None:
    """Write files and say which; a folder that is missing is made."""
    for path, text in files.items():
        there = path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        typer.echo(f"{path.relative_to(root)}: {'changed' if there else 'written'}")


def _assignment(course: Course, name: str) -> Assignment:
    if name not in course.assignments:
        raise UsageError(f"{MANIFEST} has no assignment {name!r}. There are: {', '.join(course.assignments)}.")
    return course.assignments[name]
