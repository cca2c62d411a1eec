"""Texts on a page: in its one language, or in both, of which a switch shows one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from autograder.course.text import LANGUAGES, Language, Text, printable

CODES: dict[Language, str] = {"zh": "zh-CN", "en": "en"}  # as the attribute `lang` has them
CODE = re.compile(r"`([^`\n]+)`")


def say(text: Text, languages: Sequence[Language] = LANGUAGES) -> Markup:
    """Return a text as HTML; in two languages, each marked with its own. Backquotes mark code."""
    if text.zh == text.en or len(languages) == 1:
        return written(text.in_language(languages[0]))
    spans = (_span(one, text.in_language(one)) for one in languages)
    return Markup("").join(spans)


def plainly(text: Text, languages: Sequence[Language] = LANGUAGES) -> str:
    """Return a text for where there is no markup: a title, or the name of a picture."""
    return printable(text.in_languages(languages))


def written(text: str) -> Markup:
    """Return HTML that shows a text as it is; what stands in backquotes is code, control characters are replaced."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(printable(text)))))


def _span(language: Language, text: str) -> Markup:
    return Markup('<span class="{}" lang="{}">{}</span>').format(language, CODES[language], written(text))
