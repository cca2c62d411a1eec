"""Under which heading of the lesson each exercise stands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from autograder.build.lesson import Prose, read_lesson
from autograder.course.manifest import Course
from autograder.course.text import Language, Text

HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
COMMAND = re.compile(r"\\[a-zA-Z]+|[{}$]")  # what TeX adds to a letter


def sections(course: Course, assignment: str) -> dict[str, Text]:
    """Return the heading above each exercise of an assignment, without the marks of Markdown and TeX.

    An exercise counts that has one in every language of the course.
    """
    found = {language: _headings(course, assignment, language) for language in course.languages}
    first, *others = found.values()
    named = [name for name in first if all(name in other for other in others)]
    return {name: _text({language: found[language][name] for language in found}) for name in named}


def _text(said: Mapping[Language, str]) -> Text:
    """Return a text of what is said in one language or in both."""
    return Text(said.get("zh", ""), said.get("en", "")).only_in(tuple(said))


def _headings(course: Course, assignment: str, language: Language) -> dict[str, str]:
    path = course.lesson(assignment, language)
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    heading, found = "", dict[str, str]()
    for piece in read_lesson(text, path.name):
        if isinstance(piece, Prose):
            heading = next(reversed(HEADING.findall(piece.text)), heading)
        elif piece.kind == "exercise" and heading:
            found[piece.name] = COMMAND.sub("", heading)
    return found
