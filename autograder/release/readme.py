"""The README that students get, in the languages of the course."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from autograder.course.manifest import Course
from autograder.course.text import Language, Text
from autograder.release.requirements import requirement

ANOTHER_LANGUAGE = Text("加上 `--lang en`\n就显示英文。", "Add `--lang en` for answers in English. ")

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    undefined=StrictUndefined,
    trim_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # what is written is Markdown
)


def readme(course: Course, language: Language, notebooks: bool) -> str:
    """Return the README for students, in the languages of the course, the chosen one first.

    It speaks of `notebooks` where they are released, and of the lesson's Markdown otherwise.
    """
    order = sorted(course.languages, key=lambda other: other != language)
    return "\n".join(_in_language(course, one, notebooks) for one in order)


def _in_language(course: Course, language: Language, notebooks: bool) -> str:
    assignments = course.assignments.values()
    first = next(iter(assignments))
    rows = [f"| `{one.name}` | {one.title.in_language(language)} | {len(one.exercises)} |" for one in assignments]
    installing = "installing_torch" if "torch" in course.libraries else "installing"
    return _render(
        f"README.{language}.md",
        title=course.title.in_language(language),
        rows="\n".join(rows),
        notebooks=notebooks,
        libraries=Text("、", ", ").in_language(language).join(f"`{one}`" for one in course.libraries),
        installing=_render(f"{installing}.{language}.md", torch=requirement(course, "torch")).rstrip("\n"),
        another_language=ANOTHER_LANGUAGE.in_language(language) if len(course.languages) > 1 else "",
        first=first.name,
        exercise=first.exercises[0].name,
    )


def _render(name: str, **values: object) -> str:
    return _environment.get_template(name).render(**values)
