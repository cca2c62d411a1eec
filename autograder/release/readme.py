"""The README that students get, in both languages."""

from __future__ import annotations

from pathlib import Path

from autograder.course.manifest import Course
from autograder.release.requirements import requirement

LANGUAGES = ("zh", "en")


def readme(course: Course, language: str) -> str:
    """Return the README for students, in both languages, the chosen one first."""
    order = sorted(LANGUAGES, key=lambda other: other != language)
    return "\n".join(_in_language(course, one) for one in order)


def _in_language(course: Course, language: str) -> str:
    assignments = course.assignments.values()
    first = next(iter(assignments))
    rows = [f"| `{one.name}` | {getattr(one.title, language)} | {len(one.exercises)} |" for one in assignments]
    template = (Path(__file__).parent / f"README.{language}.md").read_text(encoding="utf-8")
    return template.format(
        title=getattr(course.title, language),
        rows="\n".join(rows),
        torch=requirement(course, "torch"),
        first=first.name,
        exercise=first.exercises[0].name,
    )
