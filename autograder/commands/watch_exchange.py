"""`autograder watch-exchange`: feedback seconds after `nbgrader submit`."""

from __future__ import annotations

import os
import time
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.shared.screen import stdout
from autograder.commands.shared.stop import until_stopped
from autograder.course.errors import UsageError
from autograder.course.load import load_course
from autograder.course.text import without_line_breaks
from autograder.results.files import locked

EXAMPLE = "Example: autograder watch-exchange --assignment practice"
PROBLEMS = 1
PATIENCE_SECONDS = 60  # until a hand-in that is not complete is named


def watch_exchange(
    assignment: Annotated[str, typer.Option(help="Watch this assignment only.")] = "",
    every: Annotated[float, typer.Option(min=0.1, help="Look at the exchange every so many seconds.")] = 2.0,
    wait: Annotated[
        float, typer.Option(min=0.0, help="Seconds from a student's feedback on an assignment to the next.")
    ] = 300.0,
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, and end.")] = False,
) -> None:
    """Give feedback on what students hand in through nbgrader, as it appears in the exchange. / 学生一交就给反馈。

    Run this in an nbgrader course. Each hand-in is collected and graded, and its feedback is released.
    """
    manifest = load_course(Path.cwd())
    if assignment and assignment not in manifest.assignments:
        raise UsageError(f"There is no assignment {assignment!r}. There are: {', '.join(manifest.assignments)}.")
    try:
        from autograder.nbgrader.watch.course import open_course
        from autograder.nbgrader.watch.watcher import Watcher
    except ImportError:
        raise UsageError("nbgrader is not installed. Run: pip install -e '.[notebooks]'") from None
    names = [assignment] if assignment else list(manifest.assignments)
    with _alone_in(manifest.root):
        course = open_course(manifest.root)
        watcher = Watcher(course, names, wait, 0.0 if once else PATIENCE_SECONDS, _say)
        _say(f"Watching {course.inbound} for {', '.join(names)}.")
        with (
            until_stopped(lambda: f"{_count(watcher.given)} released. Nothing is lost: start it again to go on."),
            closing(watcher),
        ):
            watcher.work_off()
            while not once:
                time.sleep(every)
                watcher.work_off()
    if watcher.problems:
        raise typer.Exit(PROBLEMS)


def _alone_in(root: Path) -> AbstractContextManager[None]:
    """Raise `UsageError` where another process watches the exchange of this course."""
    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    return locked(folder, f"Another `autograder watch-exchange` runs in {root}. Stop it first.")


def _count(pages: int) -> str:
    return f"{pages} feedback page{'' if pages == 1 else 's'}"


def _say(text: str) -> None:
    """Print a line at once, also into a journal."""
    stdout.print(without_line_breaks(text), markup=False, highlight=False)
