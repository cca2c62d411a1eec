"""The feedback on one result as a page of HTML in which all text is escaped and nothing runs."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, Template

from autograder.course.manifest import Course
from autograder.course.text import Text
from autograder.export.wording import (
    OUTCOMES,
    assignment_title,
    exercise_title,
    number,
    one_line,
    student_name,
    words,
)
from autograder.results.model import ExerciseResult, Result

TEMPLATE = Path(__file__).with_name("feedback_page.html")
LANGUAGES = {"zh": "zh-CN", "en": "en"}
LABELS = {
    "student": Text("学生：", "Student: "),
    "score": Text("得分：", "Score: "),
    "check": Text("检查", "Check"),
    "outcome": Text("结果", "Outcome"),
    "points": Text("得分", "Points"),
    "remark": Text("说明", "Remark"),
}


def feedback_page(course: Course, result: Result, language: str) -> bytes:
    """Return the page of a result that has a score, in the language `zh` or `en`."""
    page = _template().render(
        language=LANGUAGES[language],
        labels={name: label.in_language(language) for name, label in LABELS.items()},
        title=assignment_title(course, result.assignment).in_language(language),
        student=student_name(result),
        score=number(result.score or 0.0),
        max_score=number(result.max_score),
        message=words(result.message, language),
        exercises=[_exercise(course, result, exercise, language) for exercise in result.exercises],
    )
    return f"{page}\n".encode()


def _exercise(course: Course, result: Result, exercise: ExerciseResult, language: str) -> dict[str, object]:
    title = one_line(exercise_title(course, result, exercise).in_language(language))
    points = f"{number(exercise.score or 0.0)} / {number(exercise.max_score)}"
    checks = [
        {
            "title": words(check.title, language),
            "outcome": OUTCOMES[check.outcome].in_language(language),
            "points": f"{number(check.score)} / {number(check.max_score)}",
            "message": words(check.message, language),
        }
        for check in exercise.checks
    ]
    return {"heading": f"{' '.join(filter(None, (exercise.name, title)))} ({points})", "checks": checks}


@cache
def _template() -> Template:
    return Environment(autoescape=True).from_string(TEMPLATE.read_text(encoding="utf-8"))
