"""The shell of a page: one HTML file that asks no server for anything and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from autograder.course.text import LANGUAGES, Language, Text
from autograder.pages.say import CODES, plainly, say

TEMPLATES = Path(__file__).parent / "templates"
STYLES = ("colours.css", "dark.css", "page.css")
NAMES: dict[Language, str] = {"zh": "中文", "en": "English"}
LANGUAGE, SKIP = Text("语言", "Language"), Text("跳到正文", "Skip to the content")


def templates(folder: Path) -> Environment:
    """Return the templates in a folder; what is filled in is escaped, and a value that is missing is an error."""
    loader = FileSystemLoader(folder)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def styles(*names: str) -> str:
    """Return style sheets of this folder, one after the other."""
    return "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names)


def page(
    title: Text, body: Markup, languages: Sequence[Language] = LANGUAGES, style: str = "", script: str = ""
) -> str:
    """Return a whole page around `body`, the content of its `main`.

    A page in two languages shows the first one, and has a switch that needs no script. `style` and `script` are
    a page's own; its policy allows these two texts and nothing else to run or to be loaded, so there are no attributes
    `style` and no handlers in the body.
    """
    own_style = styles(*STYLES) + style
    filled = _templates.get_template("page.html").render(
        policy=_policy(own_style, script),
        lang=CODES[languages[0]],
        title=plainly(title, languages),
        style=Markup(own_style),
        script=Markup(script),
        languages=[(one, CODES[one], NAMES[one]) for one in languages] if len(languages) > 1 else (),
        language_label=say(LANGUAGE, languages),
        skip=say(SKIP, languages),
        body=body,
    )
    return f"{filled}\n"


def _policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy that allows one style and one script, by their hashes."""
    rules = {
        "default-src": "'none'",
        "style-src": _hash(style),
        "script-src": _hash(script) if script else "'none'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_templates = templates(TEMPLATES)
