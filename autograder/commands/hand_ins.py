"""`autograder hand-ins`: who would be graded for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
from autograder.commands.shared.screen import plain, screen_language, stdout
from autograder.course.load import load_course
from autograder.course.manifest import Course
from autograder.course.text import Language, Text
from autograder.sandbox.scratch import sweep
from autograder.submissions.handin import Handin
from autograder.submissions.worth import Worth, worth_of

EXAMPLE = "Example: autograder hand-ins submissions.zip --roster roster.csv"
UNUSABLE = Text("文件是空的或已经损坏，无法评分。", "The file is empty or damaged and cannot be graded.")
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
        handins = [_looked_at(handin, course) for handin in found.handins]
        wide.print(_table(handins, course.languages))
        graded = sum(handin.path is not None and handin.problem is None for handin in handins)
        stdout.print(f"{graded} of {len(found.handins)} rows have a file to grade", highlight=False)
        show_not_understood(found)
    if found.not_understood or found.unlisted:
        raise typer.Exit(1)


def _looked_at(handin: Handin, course: Course) -> Handin:
    """Return a hand-in with the problem that its file is empty or damaged, where it is."""
    if handin.path is None or handin.problem is not None:
        return handin
    worth = worth_of(handin.path, course.assignments[handin.assignment], course.limits_of(handin.assignment))
    return replace(handin, problem=UNUSABLE) if worth is Worth.UNUSABLE else handin


def _file(handin: Handin) -> str:
    """Return the name of the file to grade, and of the archive that it comes from."""
    archives = [part for part in Path(handin.place).parts[:-1] if part.lower().endswith(".zip")]
    name = handin.path.name if handin.path else "-"
    return f"{name} ({'/'.join(archives)})" if archives else name


def _table(handins: Sequence[Handin], languages: Sequence[Language]) -> Table:
    table, language = Table(box=box.SIMPLE_HEAD), screen_language(languages)
    for heading in ("student", "name", "assignment", "file", "remark"):
        table.add_column(heading, overflow="fold")
    for handin in handins:
        name = handin.person.name if handin.person else ""
        said = [text.in_language(language) for text in (handin.problem, handin.remark, handin.note) if text]
        table.add_row(*map(plain, (handin.student, name, handin.assignment, _file(handin), " ".join(said))))
    return table
