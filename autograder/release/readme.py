"""The README that students get, in the languages of the course."""

from __future__ import annotations

from pathlib import Path

from autograder.course.manifest import Course
from autograder.course.text import Language, Text
from autograder.release.requirements import requirement

TEMPLATES = Path(__file__).parent
ANOTHER_LANGUAGE = Text("加上 `--lang en`\n就显示英文。", "Add `--lang en` for answers in English. ")


def readme(course: Course, language: Language) -> str:
    """Return the README for students, in the languages of the course, the chosen one first."""
    order = sorted(course.languages, key=lambda other: other != language)
    return "\n".join(_in_language(course, one) for one in order)


def _in_language(course: Course, language: Language) -> str:
    assignments = course.assignments.values()
    first = next(iter(assignments))
    rows = [f"| `{one.name}` | {one.title.in_language(language)} | {len(one.exercises)} |" for one in assignments]
    installing = "installing_torch" if "torch" in course.libraries else "installing"
    return _template("README", language).format(
        title=course.title.in_language(language),
        rows="\n".join(rows),
        installing=_template(installing, language).format(torch=requirement(course, "torch")).rstrip("\n"),
        another_language=ANOTHER_LANGUAGE.in_language(language) if len(course.languages) > 1 else "",
        first=first.name,
        exercise=first.exercises[0].name,
    )


def _template(name: str, language: Language) -> str:
    return (TEMPLATES / f"{name}.{language}.md").read_text(encoding="utf-8")
