"""Writing an assignment into the manifest of a course, and the manifest of a new course."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from autograder.course.text import Language, number
from autograder.importing.points import DECIMALS

NEW_COURSE = """\
[course]
title = {{ {title} }}
languages = {languages}
libraries = {libraries}
suites = "suites"

[limits]
load_seconds = 10
check_seconds = 5
timeouts = 2
memory_mb = 1024
file_mb = 16
source_mb = 10
reply_mb = 16
isolation = "landlock"
"""


def new_manifest(title: str, languages: Sequence[Language], libraries: Sequence[str]) -> str:
    """Return the manifest of a course without an assignment."""
    return NEW_COURSE.format(
        title=_titles(title, languages), languages=json.dumps(list(languages)), libraries=json.dumps(list(libraries))
    )


def assignment_text(
    name: str,
    title: str,
    languages: Sequence[Language],
    given: Sequence[str],
    exercises: Mapping[str, float],
    written: Mapping[str, float],
) -> str:
    """Return the tables of an assignment; `exercises` and `written` say what each is worth."""
    lines = [f"\n[assignments.{name}]", f"title = {{ {_titles(title, languages)} }}"]
    lines += [f"given = {json.dumps(list(given))}"] if given else []
    for table, items in (("exercises", exercises), ("written", written)):
        if items:
            lines += [f"\n[assignments.{name}.{table}]", *(_item(*item, languages) for item in items.items())]
    return "\n".join(lines) + "\n"


def _item(name: str, points: float, languages: Sequence[Language]) -> str:
    key = name if name.isascii() else json.dumps(name, ensure_ascii=False)
    return f"{key} = {{ points = {number(points, DECIMALS)}, title = {{ {_titles(name, languages)} }} }}"


def _titles(title: str, languages: Sequence[Language]) -> str:
    return ", ".join(f"{language} = {json.dumps(title, ensure_ascii=False)}" for language in languages)
