"""`autograder import`: notebooks of other graders become assignments of a course."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST
from autograder.course.load import load_course
from autograder.course.text import Language

if TYPE_CHECKING:
    from autograder.importing.course_files import Imported

EXAMPLE = "Example: autograder import hw1.ipynb hw2.ipynb --out my-course"
ONE_NAME = "--assignment names one assignment; leave it out for several notebooks."
LEFT_ALONE = "{path} is there already and stays as it is; `autograder init` in an empty folder shows a new course's."
NEXT = "Next: autograder build, then autograder prove, in {root}."


def import_(
    notebooks: Annotated[list[Path], typer.Argument(help="Source notebooks of nbgrader or otter.")],
    assignment: Annotated[
        str | None, typer.Option(help="The name of the assignment; the notebook's by default.")
    ] = None,
    language: Annotated[Language, typer.Option(help="The language of the notebooks.")] = "en",
    out: Annotated[Path, typer.Option(help="The folder of a course, or of a new one.")] = Path(),
) -> None:
    """Bring notebooks of nbgrader or otter into a course; nothing of them runs. / 导入 nbgrader 或 otter 的作业。"""
    if assignment is not None and len(notebooks) > 1:
        raise UsageError(ONE_NAME)
    for path in notebooks:
        say(path, import_one(path, assignment or _name_of(path), language, out))
    typer.echo(NEXT.format(root=out.resolve()))


def import_one(path: Path, name: str, language: Language, out: Path) -> Imported:
    """Write what a notebook becomes into the course in `out`, and say what it became; all of it or nothing."""
    from autograder.importing.course_files import make_files, require_new  # here, for it is slow
    from autograder.importing.new_course import course_in
    from autograder.importing.notebook import read_pieces

    pieces = read_pieces(path)
    course, manifest, begun = course_in(out, name, pieces, language)
    imported = make_files(pieces, name, course, language)
    require_new(imported, course)
    left_alone = [file for file in begun if file.exists()]
    for file, text in (begun | imported.files).items():
        if file not in left_alone:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    (course.root / MANIFEST).write_text(manifest + imported.tables, encoding="utf-8")
    for file in left_alone:
        typer.echo(LEFT_ALONE.format(path=file.relative_to(out)))
    load_course(course.root)  # which finds what is wrong with the manifest
    return imported


def say(path: Path, imported: Imported) -> None:
    """Tell what a notebook became, and each test that is left for its author."""
    exercises = len(imported.exercises)
    typer.echo(f"{path}: {exercises} exercises, {imported.translated} of {imported.tests} tests translated")
    for todo in imported.todos:
        typer.echo(f"  cell {todo.cell}, line {todo.line}: {todo.reason}: {_short(todo.source)}")
    for todo in imported.left_out:
        typer.echo(
            f"  cell {todo.cell}, line {todo.line}: left out of the solution, {todo.reason}: {_short(todo.source)}"
        )
    reasons = Counter(todo.reason for todo in imported.todos)
    if reasons:
        typer.echo(f"  Still to be written: {len(imported.todos)}; each stands in its suite.")


def _short(source: str) -> str:
    line = " ".join(source.split())
    return line if len(line) <= 70 else f"{line[:70]}…"


def _name_of(path: Path) -> str:
    name = re.sub(r"\W+", "_", path.stem).strip("_").lower()
    return name if name.isidentifier() else f"assignment_{name}".rstrip("_")
