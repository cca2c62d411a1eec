"""The known mistakes that a class made: how often each, who made it, and its explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.course.text import Text
from autograder.mistakes.explanations import Explanations
from autograder.report.class_results import ClassResults
from autograder.report.table import Table, choice_column, column, rounded, words
from autograder.results.model import Result


@dataclass(frozen=True)
class MistakeMade:
    """A known mistake in an exercise, with the results that have it.

    `message` is what one of them was told where it cost points: it ends with the explanation.
    """

    assignment: str
    exercise: str
    name: str
    message: Text
    results: tuple[Result, ...]

    def told(self, explanations: Explanations) -> Text:
        """Return the explanation of the course, or the message where it has none."""
        return explanations.of(self.exercise).get(self.name, self.message)


def mistakes_made(results: Sequence[Result]) -> list[MistakeMade]:
    """Return each mistake that was made, the commonest first."""
    found: dict[tuple[str, str, str], tuple[Text, list[Result]]] = {}
    for result in results:
        for exercise in result.exercises:
            told = {check.misconception: check.message for check in reversed(exercise.checks) if check.misconception}
            for name, message in told.items():  # of the first check, which no other one refers to
                found.setdefault((result.assignment, exercise.name, name), (message, []))[1].append(result)
    made = [MistakeMade(*names, message, tuple(who)) for names, (message, who) in found.items()]
    return sorted(made, key=lambda mistake: (-len(mistake.results), mistake.exercise, mistake.name))


def mistakes_table(found: ClassResults) -> Table:
    """Return a row for each mistake: how many made it, which part of the class that is, and who."""
    explanations = Explanations(found.course)
    made = mistakes_made(found.results)
    counts = {name: len(results) for name, results in found.by_assignment.items()}
    exercises = list(dict.fromkeys((mistake.assignment, mistake.exercise) for mistake in made))
    columns = (
        choice_column("练习", "exercise", [found.title(*one) for one in exercises]),
        column("错误", "mistake"),
        column("学生", "students", "people"),
        column("占全班", "of the class", "percent"),
        column("说明", "explanation", "words"),
    )
    rows: list[list[object]] = [
        [
            exercises.index((mistake.assignment, mistake.exercise)),
            mistake.name,
            found.who(mistake.results),
            rounded(len(mistake.results) / counts[mistake.assignment]),
            words(mistake.told(explanations)),
        ]
        for mistake in made
    ]
    return Table("mistakes", columns, rows)
