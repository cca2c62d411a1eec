"""What an instructor has to look at before marks are published: the grader's own errors, and what is not gradable."""

from __future__ import annotations

from autograder.course.outcome import WORDS, Outcome
from autograder.course.text import Text
from autograder.report.class_results import ClassResults
from autograder.report.table import Table, choice_column, column, words
from autograder.results.status import GRADER_ERROR, reason_of, status_of

STATUSES = {
    GRADER_ERROR: WORDS[Outcome.GRADER_ERROR],
    "not_gradable": Text("无法评分", "not gradable"),
    "graded": Text("已评分", "graded"),
}
POSITIONS = {name: index for index, name in enumerate(STATUSES)}


def attention_table(found: ClassResults) -> Table:
    """Return the results that have no marks of their own, those at which the grader failed first."""
    unmarked = [result for result in found.results if status_of(result) != "graded"]
    unmarked.sort(key=lambda result: POSITIONS[status_of(result)])
    columns = (
        choice_column("状态", "status", STATUSES.values()),
        column("学生", "student", "person"),
        choice_column("作业", "assignment", map(found.title, found.assignments)),
        column("原因", "reason", "words"),
    )
    rows: list[list[object]] = [
        [
            POSITIONS[status_of(result)],
            found.people[result.student],
            found.assignments[result.assignment],
            words(reason_of(result)),
        ]
        for result in unmarked
    ]
    return Table("attention", columns, rows)
