"""The submissions that took longest, and the remarks on those that were repaired or partly skipped."""

from __future__ import annotations

from collections import defaultdict

from autograder.course.text import Text
from autograder.report.class_results import ClassResults
from autograder.report.table import Table, choice_column, column, words
from autograder.results.model import Result
from autograder.results.status import status_of

MOST_SLOW = 50


def slowest_table(found: ClassResults) -> Table:
    """Return the submissions that took longest."""
    slowest = sorted(found.results, key=lambda result: -result.duration)[:MOST_SLOW]
    columns = (
        column("学生", "student", "person"),
        choice_column("作业", "assignment", map(found.title, found.assignments)),
        column("秒", "seconds", "number", digits=2),
        column("得分", "score", "number", digits=1),
    )
    rows: list[list[object]] = [
        [found.people[one.student], found.assignments[one.assignment], round(one.duration, 2), one.score]
        for one in slowest
    ]
    return Table("slowest", columns, rows)


def repairs_table(found: ClassResults) -> Table:
    """Return each remark on graded submissions, the commonest first, with the students it was made on."""
    remarked: dict[tuple[str, Text], list[Result]] = defaultdict(list)
    for result in found.results:
        if result.message.en and status_of(result) == "graded":
            remarked[result.assignment, result.message].append(result)
    columns = (
        choice_column("作业", "assignment", map(found.title, found.assignments)),
        column("备注", "remark", "words"),
        column("学生", "students", "people"),
    )
    rows: list[list[object]] = [
        [found.assignments[assignment], words(remark), found.who(results)]
        for (assignment, remark), results in sorted(remarked.items(), key=lambda one: -len(one[1]))
    ]
    return Table("repairs", columns, rows)
