"""What to do with results that are there: the commands that go on from them, ready to be copied."""

from __future__ import annotations

import shlex
from pathlib import Path

from autograder.commands.shared.screen import stdout
from autograder.course.text import without_line_breaks

STEPS = (
    ("feedback {results} --out feedback", "a page for each student"),
    ("report {results} --out report.html", "the class on one page"),
    ("export {results} --to nbgrader", "the scores in another system: nbgrader, Canvas, Moodle and others"),
)


def show_next_steps(results: Path) -> None:
    """Print the commands that take a folder of results."""
    commands = [(f"autograder {step}".format(results=shlex.quote(str(results))), what) for step, what in STEPS]
    width = max(len(command) for command, _ in commands)
    stdout.print("Next:", markup=False, highlight=False)
    for command, what in commands:
        stdout.print(f"  {without_line_breaks(command):<{width}}  {what}", markup=False, highlight=False)
