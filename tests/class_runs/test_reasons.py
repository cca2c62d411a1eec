"""The reason why a student has no marks, on the terminal: in one language, and whole or with a mark where it is cut."""

from __future__ import annotations

import pytest

from autograder.commands.shared.tables import show_class
from autograder.course.outcome import Outcome
from autograder.course.text import Text
from autograder.results.model import check_result, exercise_result, submission_result

A = "practice"
REASON = Text(
    "没有找到要批改的文件，请看看文件夹里有什么。", "No file to grade was found: see what the folder has. The end."
)
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def shown(course, monkeypatch, capsys, tmp_path):
    """Return the words on a terminal of this locale for a student whose work is not gradable for a reason."""

    def shown(locale: str, reason: Text = REASON):
        for name in LOCALES:
            monkeypatch.setenv(name, locale)
        assignment = course.assignments[A]
        checks = [check_result("part", reason, 1.0, Outcome.NOT_RUN, reason)]
        exercises = [exercise_result(exercise, checks) for exercise in assignment.exercises]
        result = submission_result("li", assignment, False, reason, "full", "seed", 0.1, exercises)
        show_class([result], course, tmp_path, "seed")
        return " ".join(capsys.readouterr().out.split())

    return shown


@pytest.mark.parametrize(
    ("locale", "said", "unsaid"), [("zh_CN.UTF-8", "没有找到", "No file"), ("en_US.UTF-8", "The end.", "没有")]
)
def test_a_reason_is_shown_whole_in_the_language_of_the_terminal(shown, locale, said, unsaid):
    text = shown(locale)
    assert said in text
    assert unsaid not in text


def test_a_terminal_of_another_language_shows_the_first_of_the_course(shown, course):
    assert REASON.in_language(course.languages[0])[:4] in shown("fr_FR.UTF-8")


def test_a_reason_that_is_too_long_ends_with_a_mark(shown):
    text = shown("en_US.UTF-8", Text("长", "word " * 100))
    assert "word…" in text
