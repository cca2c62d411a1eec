"""The README that students get, in both languages."""

from __future__ import annotations

from pathlib import Path

from autograder.course.manifest import Course
from autograder.course.text import LANGUAGES, Language
from autograder.release.requirements import requirement


def readme(course: Course, language: Language) -> str:
    """Return the README for students, in both languages, the chosen one first."""
    order = sorted(LANGUAGES, key=lambda other: other != language)
    return "\n".join(_in_language(course, one) for one in order)


def _in_language(course: Course, language: Language) -> str:
    assignments = course.assignments.values()
    first = next(iter(assignments))
    rows = [f"| `{one.name}` | {one.title.in_language(language)} | {len(one.exercises)} |" for one in assignments]
    template = (Path(__file__).parent / f"README.{language}.md").read_text(encoding="utf-8")
    return template.format(
        title=course.title.in_language(language),
        rows="\n".join(rows),
        torch=requirement(course, "torch"),
        first=first.name,
        exercise=first.exercises[0].name,
    )
