"""The languages of the course, and the one of them that a notebook has chosen."""

from __future__ import annotations

from .course import course_languages
from .model import Text

_chosen: list[str] = []


def set_language(language: str) -> None:
    """Choose the language, `zh` or `en`, in which a notebook's checks answer."""
    if language not in course_languages():
        raise ValueError(f"there is no language {language!r}: say {' or '.join(map(repr, course_languages()))}")
    _chosen[:] = [language]


def chosen_language() -> str:
    """Return the language of the notebook, `zh` or `en`: the first one of the course, as long as none is chosen."""
    return _chosen[0] if _chosen else course_languages()[0]


def in_language(text: Text) -> str:
    """Return a text in the language of the notebook."""
    return text[place(chosen_language())]


def place(language: str) -> int:
    """Return the place of a language in a `Text`."""
    return Text._fields.index(language)


def in_all(text: Text, between: str = " / ") -> str:
    """Return a text in each language of the course, in one line; once where all languages say the same."""
    return between.join(dict.fromkeys(text[place(language)] for language in course_languages()))
