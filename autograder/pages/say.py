"""Texts on a page: in the one language of the page, or in both, of which a switch shows one."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from autograder.course.text import Language, Text, printable

CODES: dict[Language, str] = {"zh": "zh-CN", "en": "en"}  # as the attribute `lang` has them
CODE = re.compile(r"`([^`\n]+)`")


def say(text: Text, language: Language | None = None) -> Markup:
    """Return a text as HTML; without a language in both, each marked with its own. Backquotes mark code."""
    if text.zh == text.en:
        return written(text.zh)
    if language is not None:
        return written(text.in_language(language))
    spans = (_span(one, text.in_language(one)) for one in CODES)
    return Markup("").join(spans)


def plainly(text: Text, language: Language | None = None) -> str:
    """Return a text for where there is no markup: a title, or the name of a picture."""
    return printable(text.in_language(language) if language else text.zh if text.zh == text.en else text.both())


def written(text: str) -> Markup:
    """Return HTML that shows a text as it is; what stands in backquotes is code, control characters are replaced."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(printable(text)))))


def _span(language: Language, text: str) -> Markup:
    return Markup('<span class="{}" lang="{}">{}</span>').format(language, CODES[language], written(text))
