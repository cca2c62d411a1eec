"""Text for people: a sentence in Chinese and in English, and texts and numbers as a terminal can show them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Text(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The same sentence in Chinese and in English; in a course with one language both may be the one in it."""

    zh: str
    en: str

    def format(self, **values: object) -> Text:
        """Fill `{name}` fields; a value that is itself a Text fills each language with its own words."""
        chinese = {k: v.zh if isinstance(v, Text) else v for k, v in values.items()}
        english = {k: v.en if isinstance(v, Text) else v for k, v in values.items()}
        return Text(self.zh.format(**chinese), self.en.format(**english))

    def both(self) -> str:
        """Return one line that holds both languages, once where they say the same."""
        return self.in_languages(LANGUAGES)

    def in_languages(self, languages: Sequence[Language]) -> str:
        """Return one line that holds these languages in their order, once where they say the same."""
        return " / ".join(dict.fromkeys(map(self.in_language, languages)))

    def in_language(self, language: Language) -> str:
        """Return the sentence in one language."""
        return self.zh if language == "zh" else self.en

    def only_in(self, languages: Sequence[Language]) -> Text:
        """Return this text for readers of some languages: where there is one, both sentences are the one in it."""
        sentences = [self.in_language(language) for language in languages]
        return self if len(sentences) > 1 else Text(sentences[0], sentences[0])


NO_TEXT = Text("", "")
FORMULA_STARTS = frozenset("=+-@\t\r\n")


def join(sentences: Sequence[Text]) -> Text:
    """Return several sentences as one text."""
    return Text("".join(text.zh for text in sentences), " ".join(text.en for text in sentences))


def printable(text: str) -> str:
    """Return text that only shows itself: lines stay, other white space is a space, control characters are replaced."""
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character == "\n" or character.isprintable():
        return character
    return " " if character.isspace() else "�"


def one_line(text: str) -> str:
    """Return printable text in one line, with one space for any white space."""
    return " ".join(printable(text).split())


def without_line_breaks(text: str) -> str:
    """Return printable text in one line that keeps every space, as names of files and commands need it."""
    return printable(text).replace("\n", " ")


def number(value: float | None, decimals: int = 2) -> str:
    """Return a number as people write it, without zeros at the end of its decimals; a dash for None."""
    if value is None:
        return "-"
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def spreadsheet_cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe comes before what could begin one.

    Some take the wide characters of Chinese keyboards for the narrow ones, and pass over white space.
    """
    begins = unicodedata.normalize("NFKC", text[:1] + text.lstrip()[:1])
    return f"'{text}" if FORMULA_STARTS & set(begins) else text
