"""The public cases as tests for plain `pytest`: one test for each exercise, and a few lines where it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from . import messages
from .course import HERE, Assignment, Exercise, course_languages, read_course
from .language import place
from .messages import fill
from .model import State, Text
from .notebook.show import check_within_limit
from .plain import plain_lines
from .process import student_file
from .process.reading import Unreadable
from .process.student_file import Loaded
from .report.report import Problem

SHORT = 90  # characters of all languages together


def exercise_tests(assignment: str) -> Callable[[str], None]:
    """Return the test of an assignment; pytest runs it once for each exercise."""
    found = read_course()[assignment]
    exercises = {one.name: one for one in found.exercises}
    load_once = cache(_load)

    @pytest.mark.parametrize("exercise", list(exercises))
    def test_exercise(exercise: str) -> None:
        loaded = load_once(HERE.parent / f"{assignment}.py")
        if lines := [*_lines(found, exercises[exercise], loaded)]:
            raise _failure(map(_in_languages, lines))

    return test_exercise


def _load(file: Path) -> Loaded:
    """Run what can be run of the student's file; fail where there is none."""
    if not file.is_file():
        raise _failure([_in_languages(fill(messages.NO_FILE, file=file.name))])
    student_file.leave_out_checks()
    student_file.prepare(file)
    try:
        return student_file.load(file)
    except Unreadable as error:
        raise _failure([file.name, _in_languages(error.text)]) from None


def _lines(assignment: Assignment, exercise: Exercise, loaded: Loaded) -> Iterator[Text]:
    """Yield what to tell of an exercise that does not pass."""
    if exercise.name not in loaded.names:
        lost = [problem for problem in loaded.problems if exercise.name in problem.names]
        if lost:
            yield from _told(lost[0])
            return
    verdict, _ = check_within_limit(assignment, exercise, loaded.names)
    if verdict.state is not State.passed:
        yield from plain_lines(verdict)
    if verdict.state is State.failed:
        yield from map(_place, _of_no_exercise(loaded.problems, assignment)[:1])


def _of_no_exercise(problems: Sequence[Problem], assignment: Assignment) -> list[Problem]:
    """Return what does not run outside of the exercises: an import or a helper that several of them may need."""
    exercises = {exercise.name for exercise in assignment.exercises}
    return [problem for problem in problems if exercises.isdisjoint(problem.names)]


def _told(problem: Problem) -> Iterator[Text]:
    """Yield the line of a student's file that does not run, and why."""
    yield _place(problem)
    yield problem.explained or problem.message


def _place(problem: Problem) -> Text:
    return fill(messages.PLACE, where=problem.where, source=problem.source.strip())


def _failure(lines: Iterable[str]) -> BaseException:
    """Return a failure with these lines and no source; the first is empty, for pytest repeats and cuts it."""
    return pytest.fail.Exception("\n".join(["", *lines]), pytrace=False)


def _in_languages(text: Text) -> str:
    """Return a text in the languages of the course, a short one in one line; a value at the end of all stands once."""
    parts = [sentence.partition(" ") for sentence in dict.fromkeys(text[place(one)] for one in course_languages())]
    sentences = ["".join(part) for part in parts]
    if len(sentences) > 1 and len({shown for *_, shown in parts}) == 1:
        return f"{' / '.join(first for first, *_ in parts)}  {parts[0][2]}"
    return (" / " if sum(map(len, sentences)) < SHORT else "\n").join(sentences)
