"""`autograder hand-ins`: who would be graded for what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from autograder.commands.shared.class_files import (
    RosterFile,
    Submissions,
    opened_class,
    require_class,
    show_not_understood,
)
from autograder.commands.shared.screen import plain, stdout
from autograder.course.load import load_course
from autograder.course.text import Language
from autograder.sandbox.scratch import sweep
from autograder.submissions.handin import Handin

EXAMPLE = "Example: autograder hand-ins submissions.zip --roster roster.csv"
FILE_WIDTH = 200  # of the table where it is shown on no terminal


def hand_ins(
    submissions: Submissions,
    roster: RosterFile = None,
    assignment: Annotated[str, typer.Option(help="Look for this assignment only.")] = "",
) -> None:
    """Show who would be graded for what from which file, and what is not understood. / 查看每个人的哪个文件会被批改。

    Nothing is graded. The exit code is 1 if something was not understood or somebody is not in the roster.
    """
    course = load_course(Path.cwd())
    require_class(submissions, course, assignment)
    sweep()
    with opened_class(submissions, course, roster, assignment) as found:
        wide = stdout if stdout.is_terminal else Console(width=FILE_WIDTH)
        wide.print(_table(found.handins, course.languages))
        graded = sum(handin.path is not None and handin.problem is None for handin in found.handins)
        stdout.print(f"{graded} of {len(found.handins)} rows have a file to grade", highlight=False)
        show_not_understood(found)
    if found.not_understood or found.unlisted:
        raise typer.Exit(1)


def _table(handins: Sequence[Handin], languages: Sequence[Language]) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    for heading in ("student", "name", "assignment", "file", "remark"):
        table.add_column(heading, overflow="fold")
    for handin in handins:
        name = handin.person.name if handin.person else ""
        file = handin.path.name if handin.path else "-"
        said = [text.in_languages(languages) for text in (handin.problem, handin.remark, handin.note) if text]
        table.add_row(*map(plain, (handin.student, name, handin.assignment, file, " ".join(said))))
    return table
