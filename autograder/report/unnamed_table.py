"""The wrong answers without a name, in groups of those that behave alike."""

from __future__ import annotations

from autograder.course.text import Text, join
from autograder.mistakes.groups import Group, unnamed_groups
from autograder.report.class_results import ClassResults
from autograder.report.table import Table, choice_column, column, positions, words

SHOWN_CHARACTERS = 4000  # of the code of a group


def unnamed_table(found: ClassResults) -> Table:
    """Return a row for each group: its exercise and key, who is in it, what fails, what was told, the shortest code."""
    groups = unnamed_groups(found.results)
    exercises = positions((group.assignment, group.exercise) for group in groups)
    columns = (
        choice_column("练习", "exercise", [found.title(*one) for one in exercises]),
        column("编号", "group"),
        column("学生", "students", "people"),
        column("没有通过的检查", "checks that fail"),
        column("提示", "what was told", "words"),
        column("最短的代码", "shortest code", "code"),
    )
    return Table(
        "unnamed", columns, [_row(found, group, exercises[group.assignment, group.exercise]) for group in groups]
    )


def _row(found: ClassResults, group: Group, exercise: int) -> list[object]:
    who = [found.people[member.student] for member in group.members]
    told = words(join(group.told) if group.told else Text("", ""))
    return [exercise, group.key, who, ", ".join(group.checks), told, group.code[:SHOWN_CHARACTERS]]
