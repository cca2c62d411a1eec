"""`autograder build`: what students get, from what is written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.build.tree import generated_files, stale_files
from autograder.manifest import load_course

EXAMPLE = "Example: autograder build --check"


def build(
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 when a generated file is stale.")
    ] = False,
) -> None:
    """Make the stubs in assignments/ from solutions/. / 由参考答案生成学生的作业文件。"""
    course = load_course(Path.cwd())
    wanted, stale = generated_files(course), stale_files(course)
    for path in stale:
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        typer.echo(f"{path.relative_to(course.root)}: {'stale; run `autograder build`' if check else 'written'}")
    if not stale:
        typer.echo("Everything generated is up to date.")
    if check and stale:
        raise typer.Exit(1)
