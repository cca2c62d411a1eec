"""The terminal output of a class run while it goes on: a progress bar, and tracebacks of the grader's faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from autograder.course.text import printable

PLAIN_STEPS = 10

stdout = Console(soft_wrap=True)
stderr = Console(stderr=True, soft_wrap=True)
Advance = Callable[[str, list[str]], None]


@contextmanager
def class_progress(total: int, done: int) -> Iterator[Advance]:
    """Show the progress of a class run, a bar on a terminal and a few plain lines elsewhere, and each fault once."""
    columns = (
        TextColumn("{task.description}", table_column=None),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=stderr, disable=not stderr.is_terminal, transient=True) as progress:
        task = progress.add_task("grading", total=total, completed=done)
        count = done
        shown: set[str] = set()

        def advance(name: str, faults: list[str]) -> None:
            nonlocal count
            count += 1
            progress.update(task, advance=1, description=plain(name[:40]))
            say_plainly(count, total, "graded")
            for fault in faults:
                if _place(fault) not in shown:
                    stderr.print(printable(fault), markup=False, highlight=False)
                shown.add(_place(fault))

        yield advance


def _place(fault: str) -> str:
    """Return the line of code that a traceback ends at; what its message quotes differs from student to student."""
    return next((line for line in reversed(fault.splitlines()) if line.startswith('  File "')), fault)


def say_plainly(count: int, total: int, done: str) -> None:
    """Print the progress in about ten lines in all, where there is no terminal for a bar."""
    if not stderr.is_terminal and (count == total or count % max(1, total // PLAIN_STEPS) == 0):
        stderr.print(f"{count} of {total} {done}", highlight=False)


def plain(text: str) -> str:
    """Return text that the terminal shows as it is, in one line: no markup, no control characters."""
    return escape(printable(text).replace("\n", " "))
