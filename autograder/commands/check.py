"""`autograder check`: the public check that students have, in the repository of the course."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Annotated

import typer

from autograder.course.load import load_course
from autograder.course.text import Language

EXAMPLE = "Example: autograder check corr.py --watch"


def check(
    what: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE|EXERCISE]...", help="All there is if none.")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again on every save.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Show every exercise in full.")] = False,
    lang: Annotated[Language | None, typer.Option(help="The language; by default the computer's.")] = None,
) -> None:
    """Check answers against the public cases, as `python -m check` does for students. / 对照公开示例检查作业。"""
    package = load_course(Path.cwd()).check
    sys.path.insert(0, str(package.parent))
    options = ["--watch"] * watch + ["--all"] * every + ([f"--lang={lang}"] if lang else [])
    raise typer.Exit(importlib.import_module(f"{package.name}.command").main([*options, "--", *(what or [])]))
