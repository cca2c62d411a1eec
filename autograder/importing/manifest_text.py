"""Writing an assignment into the manifest of a course."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from autograder.course.text import Language, Text, number
from autograder.importing.points import DECIMALS
from autograder.scaffold.wording import titles


def assignment_text(
    name: str,
    title: str,
    languages: Sequence[Language],
    given: Sequence[str],
    exercises: Mapping[str, float],
    written: Mapping[str, float],
) -> str:
    """Return the tables of an assignment; `exercises` and `written` say what each is worth."""
    lines = [f"\n[assignments.{name}]", f"title = {{ {titles(languages, Text(title, title))} }}"]
    lines += [f"given = {json.dumps(list(given))}"] if given else []
    for table, items in (("exercises", exercises), ("written", written)):
        if items:
            lines += [f"\n[assignments.{name}.{table}]", *(_item(*item, languages) for item in items.items())]
    return "\n".join(lines) + "\n"


def _item(name: str, points: float, languages: Sequence[Language]) -> str:
    key = name if name.isascii() else json.dumps(name, ensure_ascii=False)
    return f"{key} = {{ points = {number(points, DECIMALS)}, title = {{ {titles(languages, Text(name, name))} }} }}"
