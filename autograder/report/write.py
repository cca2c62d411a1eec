"""The page of a class: its sections in HTML, and the rows of their tables as data for the page's own script."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import msgspec
from markupsafe import Markup

from autograder.course.text import Text
from autograder.pages.say import plainly, say
from autograder.pages.shell import page, templates
from autograder.report.class_results import ClassResults
from autograder.report.sections import Section, sections_of
from autograder.report.table import Table

TEMPLATES = Path(__file__).parent / "templates"
TITLE = Text("班级报告", "Class report")
ABOUT = Text("{title}：{people} 名学生，{results} 份提交", "{title}: {people} students, {results} submissions")
CONTENTS = Text("目录", "Contents")
NO_SCRIPT = Text("表格要打开 JavaScript 才能显示。", "The tables need JavaScript.")
ESCAPES = str.maketrans({one: f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"})  # what could end the element


def report_page(found: ClassResults) -> str:
    """Return the report on a class."""
    sections = list(sections_of(found))
    tables = [table for section in sections for _, table in section.tables if table.rows]
    about = ABOUT.format(title=found.course.title, people=len(found.who(found.results)), results=len(found.results))
    languages = found.course.languages
    body = (
        templates(TEMPLATES)
        .get_template("report.html")
        .render(
            say=partial(say, languages=languages),
            plainly=partial(plainly, languages=languages),
            title=TITLE,
            about=about,
            contents=CONTENTS,
            no_script=NO_SCRIPT,
            sections=[_filled(section, tables) for section in sections],
            data=Markup(_data(found, tables)),
        )
    )
    return page(TITLE, Markup(body), languages, style=_file("report.css"), script=_file("report.js"))


def _filled(section: Section, tables: Sequence[Table]) -> dict[str, object]:
    """Return a section for the template; a table that has rows is known by its position in the data."""
    numbered = [
        {"title": title if title.en else None, "table": table, "index": tables.index(table)}
        for title, table in section.tables
        if table.rows
    ]
    return vars(section) | {"tables": numbered}


def _data(found: ClassResults, tables: Sequence[Table]) -> str:
    """Return the people and the tables as JSON that is safe inside of an element."""
    data = {"languages": found.course.languages, "people": found.labels, "tables": tables}
    return msgspec.json.encode(data).decode().translate(ESCAPES)


def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")
