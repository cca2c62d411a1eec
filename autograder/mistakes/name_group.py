"""Giving a group of wrong answers a name: a known mistake for the suites, and results that tell it."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.outcome import Outcome
from autograder.course.suite_files import MISCONCEPTIONS, STUDENTS_CODE
from autograder.course.text import LANGUAGES, Text, join
from autograder.mistakes.catalogue import load_misconceptions
from autograder.mistakes.groups import Group
from autograder.results.model import CheckResult, ExerciseResult, Result

NAME = re.compile(r"[a-z][a-z0-9_]*")
FORM = '''"""{said}

Check: {check}, no credit
"""

{marker}
{code}'''


def new_misconception(course: Course, group: Group, name: str, explanation: Text, check: str) -> tuple[Path, str]:
    """Return the path and the text of the file that makes a group a known mistake, owned by `check`.

    It earns no credit, so the scores of the group stay as they are. Raises `UsageError` where the name, the texts or
    the check are not possible, or the group has no code.
    """
    _require_name(course, group, name)
    if check not in group.checks:
        raise UsageError(f"The group does not fail {check!r}. It fails: {', '.join(group.checks)}.")
    if not group.code:
        raise UsageError(f"The results keep no code of the group {group.key}: its answers are too long.")
    texts = [explanation.in_language(language) for language in sorted(course.languages, key=LANGUAGES.index)]
    if bad := [text for text in texts if not text.strip() or '"""' in text or "\\" in text]:
        raise UsageError(f'An explanation may not be empty or contain """ or a backslash: {bad[0]!r}.')
    said = "\n\n".join(" ".join(text.split()) for text in texts)
    path = course.suites / MISCONCEPTIONS / group.exercise / f"{name}.py"
    return path, FORM.format(said=said, check=check, marker=STUDENTS_CODE, code=group.code)


def _require_name(course: Course, group: Group, name: str) -> None:
    if not NAME.fullmatch(name) or keyword.iskeyword(name):
        raise UsageError(f"{name!r} is no name for a mistake. Write it like skips_last_row.")
    if name in {one.name for one in load_misconceptions(course, group.exercise)}:
        raise UsageError(f"{group.exercise} has a mistake with the name {name} already. Choose another one.")


def with_name(result: Result, group: Group, name: str, explanation: Text) -> Result:
    """Return a result in which the answer of a group is told by the name of its mistake; scores stay."""
    return replace(
        result,
        exercises=tuple(
            _named(one, name, explanation) if _belongs(result, one, group) else one for one in result.exercises
        ),
    )


def _belongs(result: Result, exercise: ExerciseResult, group: Group) -> bool:
    return (result.assignment, exercise.name, exercise.behaviour) == (group.assignment, group.exercise, group.key)


def _named(exercise: ExerciseResult, name: str, explanation: Text) -> ExerciseResult:
    checks = tuple(_named_checks(exercise.checks, name, explanation))
    return replace(exercise, checks=checks, behaviour="", answer="")


def _named_checks(checks: tuple[CheckResult, ...], name: str, explanation: Text) -> Iterator[CheckResult]:
    """Yield the checks: those that failed have the name, and the first of them the explanation too."""
    told = False
    for check in checks:
        if check.outcome is not Outcome.FAILED:
            yield check
            continue
        message = check.message if told else join([check.message, explanation])
        yield replace(check, misconception=name, message=message)
        told = True
