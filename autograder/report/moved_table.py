"""The table of what moved since an earlier run."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.course.outcome import WORDS
from autograder.course.text import NO_TEXT, Text
from autograder.report.class_results import ClassResults
from autograder.report.moved import Change, Moved, Names, moved_results
from autograder.report.table import Column, Table, Words, choice_column, column, positions, words
from autograder.results.model import CheckResult

POSITIONS = positions(WORDS)


def moved_table(found: ClassResults) -> Table:
    """Return a row for each result that is not as it was in the earlier run."""
    moved = moved_results(found.earlier, found.results)
    changes = [list(one.changes()) for one in moved]
    titles = {name: _title(name, before, after) for one in changes for name, before, after in one}
    states = tuple(map(words, WORDS.values()))
    columns = (
        column("学生", "student", "person"),
        choice_column("作业", "assignment", map(found.title, found.assignments)),
        column("原来", "before", "number", digits=1),
        column("现在", "now", "number", digits=1),
        column("变化", "moved by", "number", digits=1),
        column("原因", "why", "words"),
        Column(("变了的检查", "checks that changed"), "changes", choices=tuple(titles.values()), states=states),
    )
    checks = positions(titles)
    rows = [_row(found, one, own, checks) for one, own in zip(moved, changes, strict=True)]
    return Table("moved", columns, rows)


def _title(name: Names, before: CheckResult | None, after: CheckResult | None) -> Words:
    check = after or before
    title = check.title if check else NO_TEXT
    return words(Text(f"{name[1]}：{title.zh}", f"{name[1]}: {title.en}"))


def _row(found: ClassResults, one: Moved, changes: list[Change], checks: Mapping[Names, int]) -> list[object]:
    name = (found.people[one.either.student], found.assignments[one.either.assignment])
    scores = (one.before and one.before.score, one.after and one.after.score, one.difference)
    cells = [(checks[check], _state(before), _state(after)) for check, before, after in changes]
    return [*name, *scores, words(one.why()), cells]


def _state(check: CheckResult | None) -> int | None:
    return None if check is None else POSITIONS[check.outcome]
