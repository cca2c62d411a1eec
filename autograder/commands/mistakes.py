"""`autograder mistakes`: wrong answers that behave alike and have no name yet, and giving one a name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.shared.last_class import results_of_class
from autograder.commands.shared.screen import stdout
from autograder.course.errors import UsageError
from autograder.course.load import load_course
from autograder.course.text import Language, Text, printable
from autograder.mistakes.groups import Group, unnamed_groups
from autograder.mistakes.name_group import with_name
from autograder.prove.add_mistake import add_mistake
from autograder.results.files import open_folder
from autograder.results.last_run import read_last_run
from autograder.results.model import Result
from autograder.results.writer import write_result

EXAMPLE = (
    "Example: autograder mistakes results add 3f2a --name skips_last_row "
    '--zh 漏掉了最后一行。 --en "The last row is left out."'
)
SHOWN_GROUPS, SHOWN_STUDENTS, SHOWN_LINES = 20, 5, 25
ADD = "add"


def mistakes(
    results: Annotated[Path, typer.Argument(help="A folder that `autograder grade` wrote.")],
    action: Annotated[str, typer.Argument(metavar="[add", help="`add` makes a group a known mistake.")] = "",
    group: Annotated[str, typer.Argument(metavar="GROUP]", help="The beginning of the group's key.")] = "",
    name: Annotated[str, typer.Option(help="The name of the mistake, such as skips_last_row.")] = "",
    zh: Annotated[str, typer.Option(help="What students are told, in Chinese.")] = "",
    en: Annotated[str, typer.Option(help="What students are told, in English.")] = "",
    check: Annotated[
        str, typer.Option(help="The check that owns the mistake. [default: the first that the group fails]")
    ] = "",
    all_groups: Annotated[bool, typer.Option("--all", help="Show all groups, and the whole code of each.")] = False,
) -> None:
    """List wrong answers that behave alike and have no name, or give a group a name. / 列出还没有名字的错误。

    `add` writes the group's shortest answer beside the suites, proves the suite again, and tells the students of the
    group by the new name without grading them again. Their scores stay.
    """
    course = load_course(Path.cwd())
    found = results_of_class(results)
    groups = unnamed_groups(found)
    if not action:
        _show(groups, course.languages, all_groups)
        return
    if action != ADD or not group:
        raise UsageError("Write `autograder mistakes RESULTS`, or `autograder mistakes RESULTS add GROUP --name …`.")
    chosen = _find(groups, group)
    explanation = Text(zh, en).only_in(course.languages)
    path = add_mistake(course, chosen, name, explanation, check or next(iter(chosen.checks), ""))
    _print(f"{path} is written and proven. Read it: it is a student's code. Then run `autograder build`.")
    with open_folder(results):
        _tell(results, read_last_run(results).results, chosen, name, explanation)  # another run may have changed them


def _show(groups: Sequence[Group], languages: Sequence[Language], everything: bool) -> None:
    """Print each group: its key, how many there are, who, what fails, and the shortest code."""
    for group in groups if everything else groups[:SHOWN_GROUPS]:
        names = [printable(member.student) for member in group.members[:SHOWN_STUDENTS]]
        more = f" … {len(group.members) - SHOWN_STUDENTS} more" if len(group.members) > SHOWN_STUDENTS else ""
        _print(f"{group.key}  {group.assignment}.{group.exercise}  {len(group.members)} × ({', '.join(names)}{more})")
        _print(f"    fails: {', '.join(group.checks)}")
        for text in group.told:
            _print("\n".join(f"    {printable(said)}" for said in dict.fromkeys(map(text.in_language, languages))))
        _print(_indented(group.code, None if everything else SHOWN_LINES) + "\n")
    if len(groups) > SHOWN_GROUPS and not everything:
        _print(f"… and {len(groups) - SHOWN_GROUPS} groups more; --all shows them.")
    if not groups:
        _print("No wrong answer is without a name.")


def _indented(code: str, most: int | None) -> str:
    lines = printable(code).splitlines()
    cut = [] if most is None or len(lines) <= most else [f"… {len(lines) - most} lines more"]
    return "\n".join(f"    | {line}" for line in [*lines[:most], *cut])


def _print(text: str) -> None:
    stdout.print(text, markup=False, highlight=False, soft_wrap=True)


def _find(groups: Sequence[Group], key: str) -> Group:
    found = [group for group in groups if group.key.startswith(key)]
    if len(found) != 1:
        keys = ", ".join(group.key for group in found or groups) or "none"
        raise UsageError(f"{len(found)} groups have a key that begins with {key!r}. There are: {keys}.")
    return found[0]


def _tell(out: Path, results: Sequence[Result], group: Group, name: str, explanation: Text) -> None:
    changed = [(old, with_name(old, group, name, explanation)) for old in results]
    told = [new for old, new in changed if new != old]
    for result in told:
        write_result(out, result)
    _print(f"{len(told)} results in {out} tell the mistake by its name now; no score has changed.")
