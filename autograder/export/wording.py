"""What a student reads of a result, as plain text in one language: no control characters, nothing that is run."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.course.text import NO_TEXT, Language, Text, one_line, printable
from autograder.results.model import CheckResult, ExerciseResult

NAMED = Text("{name}：{said}", "{name}: {said}")
GRADED_AT = Text("评分时的隔离级别：{level}。", "Graded at the isolation level {level}.")


def words(text: Text, language: Language) -> str:
    """Return a text in one language."""
    return printable(text.in_language(language))


def check_name(exercise: ExerciseResult, check: CheckResult, language: Language) -> str:
    """Return the name of a check: its exercise and its title."""
    return one_line(NAMED.format(name=exercise.name, said=check.title).in_language(language))


def messages(exercise: ExerciseResult, language: Language) -> Iterator[str]:
    """Yield what an exercise's checks say, each in one line with its title."""
    for check in exercise.checks:
        if check.message != NO_TEXT:
            yield one_line(NAMED.format(name=check.title, said=check.message).in_language(language))
