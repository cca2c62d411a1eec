"""`autograder build`: what students get, from what is written by hand."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from autograder.course.load import load_course

EXAMPLE = "Example: autograder build --lang en"


class Language(StrEnum):
    """A language the lessons are written in."""

    zh = "zh"
    en = "en"


def build(
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 when a generated file is stale.")
    ] = False,
    lang: Annotated[
        Language, typer.Option(help="The language of the notebooks; the committed ones are Chinese.")
    ] = Language.zh,
) -> None:
    """Make stubs and source notebooks from solutions and lessons. / 由参考答案和课文生成作业文件和笔记本。"""
    from autograder.build.student_check import link_check
    from autograder.build.tree import generated_files, stale_files  # here, for it is slow
    from autograder.mistakes.public_replies import mistake_files

    course = load_course(Path.cwd())
    wanted = generated_files(course, lang.value) | mistake_files(course)
    stale = stale_files(wanted)
    for path in stale:
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        typer.echo(f"{path.relative_to(course.root)}: {'stale; run `autograder build`' if check else 'written'}")
    if not check:
        link_check(course)
    if not stale:
        typer.echo("Everything generated is up to date.")
    if check and stale:
        raise typer.Exit(1)
