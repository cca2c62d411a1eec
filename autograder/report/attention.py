"""What an instructor has to look at before marks are published: what has no marks of its own, and marks in doubt."""

from __future__ import annotations

from autograder.course.outcome import WORDS, Outcome
from autograder.course.text import NO_TEXT, Text
from autograder.report.class_results import ClassResults
from autograder.report.table import Table, choice_column, column, words
from autograder.results.model import Result
from autograder.results.status import GRADER_ERROR, reason_of, status_of
from autograder.runs.skipped import MAY_BE_ENDLESS
from autograder.submissions.handin import BOTH

STATUSES = {
    GRADER_ERROR: WORDS[Outcome.GRADER_ERROR],
    "not_gradable": Text("无法评分", "not gradable"),
    "graded": Text("已评分", "graded"),
}
POSITIONS = {name: index for index, name in enumerate(STATUSES)}


def attention_table(found: ClassResults) -> Table:
    """Return the results at which the grader failed, those that are not gradable, and those that are in doubt."""
    doubtful = [(result, why) for result in found.results if (why := why_look(result)) != NO_TEXT]
    doubtful.sort(key=lambda pair: POSITIONS[status_of(pair[0])])
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
            words(why),
        ]
        for result, why in doubtful
    ]
    return Table("attention", columns, rows)


def why_look(result: Result) -> Text:
    """Return why somebody has to look at a result; no text where it has marks and nothing about them is in doubt.

    In doubt is a file that was guessed or chosen among several, and one of which a loop that never ends was left out.
    """
    if status_of(result) != "graded":
        return reason_of(result)
    in_doubt = result.remark != NO_TEXT or any(text.en in result.message.en for text in (BOTH, MAY_BE_ENDLESS))
    return result.message if in_doubt else NO_TEXT
