"""What templates call for: the texts of a course in its languages, as Python and TOML write them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

from autograder.course.text import LANGUAGES, Language, Text


def words_for(languages: Sequence[Language]) -> dict[str, object]:
    """Return what every template may use in a course in these languages, by name."""
    functions = (text, fields, titles, both, paragraphs, docstring)
    return {"languages": tuple(languages)} | {one.__name__: partial(one, languages) for one in functions}


def title_from(name: str, zh: str = "", en: str = "") -> Text:
    """Return the title that an author gives in one language or in two; what is not given is made of the name."""
    made = name.replace("_", " ")
    return Text(zh or en or made, en or zh or made[:1].upper() + made[1:])


def is_whole(languages: Sequence[Language], zh: str, en: str) -> bool:
    """Tell whether an author has given a title in each language of a course."""
    return all(Text(zh, en).in_language(language) for language in languages)


def text(languages: Sequence[Language], zh: str, en: str) -> str:
    """Write a title of a public case: a `Text` of Python, or the sentence in the one language of the course."""
    said = Text(zh, en)
    return f"Text({_quoted(zh)}, {_quoted(en)})" if len(languages) > 1 else _quoted(said.in_language(languages[0]))


def fields(languages: Sequence[Language], zh: str, en: str) -> str:
    """Write the sentences in these languages as keyword arguments of Python."""
    said = Text(zh, en)
    return ", ".join(f"{one}={_quoted(said.in_language(one))}" for one in LANGUAGES if one in languages)


def titles(languages: Sequence[Language], title: Text) -> str:
    """Write a title as the inside of an inline table of TOML."""
    return ", ".join(f"{one} = {_quoted(title.in_language(one))}" for one in LANGUAGES if one in languages)


def both(languages: Sequence[Language], zh: str, en: str) -> str:
    """Write the sentences in these languages in one line."""
    return " / ".join(Text(zh, en).in_language(one) for one in languages)


def paragraphs(languages: Sequence[Language], zh: str, en: str) -> str:
    """Write the sentences in these languages as paragraphs, Chinese first, as docstrings have them."""
    return "\n\n".join(Text(zh, en).in_language(one) for one in LANGUAGES if one in languages)


def docstring(languages: Sequence[Language], zh: str, en: str) -> str:
    """Write a docstring that has the sentences in these languages as paragraphs."""
    said = paragraphs(languages, zh, en)
    return f'"""{said}\n"""' if "\n" in said else f'"""{said}"""'


def _quoted(said: str) -> str:
    """Return a string as Python and TOML both write it."""
    return json.dumps(said, ensure_ascii=False)
