"""What a run shows while it goes on: a bar on a terminal, and elsewhere a line every few seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from autograder.commands.shared.screen import plain, stderr
from autograder.course.text import printable, without_line_breaks

LINE_SECONDS = 5.0
LONGEST_NAME = 40
MINUTE = 60
Clock = Callable[[], float]


class RateColumn(ProgressColumn):
    """How many steps a second were done lately."""

    def render(self, task: Task) -> Text:
        """Return the rate of a task, or nothing before there is one."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


class PlainProgress:
    """Lines for where no terminal shows a bar: how much is done, how fast, and how long the rest takes."""

    def __init__(
        self, total: int, count: int, done: str, console: Console = stderr, clock: Clock = time.monotonic
    ) -> None:
        """Begin with `count` of `total` steps; `done` says what becomes of a step, `graded` for example."""
        self._total, self._first, self._done = total, count, done
        self._console, self._clock = console, clock
        self._started = self._said = clock()

    def say(self, count: int, at_work: str = "") -> None:
        """Print a line if the last one is some seconds old or this is the end; `at_work` is a name to show."""
        now = self._clock()
        if self._console.is_terminal or (count < self._total and now - self._said < LINE_SECONDS):
            return
        self._said = now
        self._console.print(self._line(count, now - self._started, at_work), markup=False, highlight=False)

    def _line(self, count: int, seconds: float, at_work: str) -> str:
        line = f"{count} of {self._total} {self._done}"
        rate = (count - self._first) / seconds if seconds else 0.0
        if count == self._total or not rate:
            return line
        name = f"; at work: {at_work}" if at_work else ""
        return f"{line}, {rate:.1f}/s, {_duration((self._total - count) / rate)} left{name}"


class ClassProgress:
    """The progress of a class run; faults of the grader are shown as they come, each once."""

    def __init__(
        self, total: int, done: int, bar: Progress, console: Console = stderr, clock: Clock = time.monotonic
    ) -> None:
        """Begin a class of `total` submissions of which `done` need no work."""
        self._bar, self._console, self._count = bar, console, done
        self._task = bar.add_task("grading", total=total, completed=done)
        self._lines = PlainProgress(total, done, "graded", console, clock)
        self._at_work: dict[str, None] = {}  # in the order in which they began
        self._shown: set[str] = set()

    def begins(self, name: str) -> None:
        """Note that a submission is at work now."""
        self._at_work[name] = None
        self._bar.update(self._task, description=plain(self._name()))

    def ends(self, name: str, faults: list[str]) -> None:
        """Note that a submission is graded, and show the faults that no other one has met."""
        self._at_work.pop(name, None)
        self._count += 1
        self._bar.update(self._task, advance=1, description=plain(self._name() or name[:LONGEST_NAME]))
        self._lines.say(self._count, without_line_breaks(self._name()))
        for fault in faults:
            if _place(fault) not in self._shown:
                self._console.print(printable(fault), markup=False, highlight=False)
            self._shown.add(_place(fault))

    def _name(self) -> str:
        """Return the name of the submission that has been at work for the longest time."""
        return next(iter(self._at_work), "")[:LONGEST_NAME]


@contextmanager
def class_progress(total: int, done: int, console: Console = stderr) -> Iterator[ClassProgress]:
    """Show the progress of a class run of which `done` submissions need no work."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        yield ClassProgress(total, done, bar, console)


def _place(fault: str) -> str:
    """Return the line of code that a traceback ends at; what its message quotes differs from student to student."""
    return next((line for line in reversed(fault.splitlines()) if line.startswith('  File "')), fault)


def _duration(seconds: float) -> str:
    """Return a time to wait: in seconds below two minutes, else in minutes."""
    return f"{seconds:.0f} s" if seconds < 2 * MINUTE else f"{seconds / MINUTE:.0f} min"
