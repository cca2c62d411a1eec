"""`autograder build`: what students get, from what is written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from autograder.course.language import language_of
from autograder.course.load import load_course
from autograder.course.text import Language

EXAMPLE = "Example: autograder build --lang en"


def build(
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 when a generated file is stale.")
    ] = False,
    lang: Annotated[
        Language | None, typer.Option(help="The language of the notebooks. [default: the first of the course]")
    ] = None,
) -> None:
    """Make stubs and source notebooks from solutions and lessons. / 由参考答案和课文生成作业文件和笔记本。"""
    from autograder.build.student_check import left_over_files, link_check
    from autograder.build.tree import generated_files, stale_files  # here, for it is slow
    from autograder.mistakes.public_replies import mistake_files

    course = load_course(Path.cwd())
    wanted = generated_files(course, language_of(course, lang)) | mistake_files(course)
    stale, left_over = stale_files(wanted), left_over_files(course, wanted)
    if not check:
        write(wanted, stale)
        for path in left_over:
            path.unlink()
        link_check(course)
    for path in stale:
        typer.echo(f"{path.relative_to(course.root)}: {'stale; run `autograder build`' if check else 'written'}")
    for path in left_over:
        typer.echo(f"{path.relative_to(course.root)}: {'left over; run `autograder build`' if check else 'removed'}")
    if not stale and not left_over:
        typer.echo("Everything generated is up to date.")
    elif check:
        raise typer.Exit(1)


def write(texts: Mapping[Path, str], paths: Iterable[Path]) -> None:
    """Write the text of each of these files."""
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts[path], encoding="utf-8")
