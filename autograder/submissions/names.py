"""What the name of a file says of its assignment, also where a browser or a student has changed it."""

from __future__ import annotations

import re
import unicodedata

from autograder.course.manifest import Course

# `name (2)`, `name-1`, `name - 副本`, `name copy 2`: what browsers, Canvas and file managers make of a second one
COPY = re.compile(r"\s*[(（](\d+)[)）]$|-(\d{1,2})$|\s*-?\s*(?:副本|拷贝|\bcopy\b)\s*(\d*)$", re.IGNORECASE)
BETWEEN_WORDS = re.compile(r"[\s_\-\u2013\u2014·.,，]+")
# What a class calls its assignments, whatever their names are: 作业1, 第二次作业, hw3, lab_2
HOMEWORK = re.compile(
    r"(?:第?[0-9一二三四五六七八九十]+次)?(?:大?作业|实验|练习|习题|homework|hw|assignment|lab|project|exercise|ex)"
    r"_?[0-9一二三四五六七八九十]*(?:_.*)?"
)


def without_copy_mark(stem: str) -> str:
    """Return a name without the marks of a copy at its end."""
    while (shorter := COPY.sub("", stem)) != stem and shorter:
        stem = shorter
    return stem


def copy_number(stem: str) -> int:
    """Return the number in the mark of a copy at the end of a name: 0 without one, 1 for a copy without a number."""
    found = COPY.search(stem)
    return int(next(filter(None, found.groups()), "1")[:9]) if found else 0


def assignment_named(stem: str, course: Course) -> str | None:
    """Return the assignment that a name, without its ending and the mark of a copy, is the name or a title of."""
    for words in (_comparable(stem), _comparable(without_copy_mark(stem))):
        named = [name for name, words_for in _words(course).items() if words in words_for]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def assignments_in_name(stem: str, course: Course) -> set[str]:
    """Return the assignments whose name or title stands between separators in a name."""
    text = f"_{_comparable(without_copy_mark(stem))}_"
    return {name for name, words_for in _words(course).items() if any(f"_{words}_" in text for words in words_for)}


def is_for_assignment(words: str, course: Course) -> bool:
    """Tell whether words begin with a name or a title of an assignment, or with a word such as 作业1 or hw2."""
    text = _comparable(without_copy_mark(words))
    begun = (f"{text}_".startswith(f"{one}_") for words_for in _words(course).values() for one in words_for)
    return any(begun) or HOMEWORK.fullmatch(text) is not None


def _words(course: Course) -> dict[str, set[str]]:
    """Return the name and the titles of each assignment, as they are compared."""
    return {
        name: set(map(_comparable, (name, assignment.title.zh, assignment.title.en)))
        for name, assignment in course.assignments.items()
    }


def _comparable(text: str) -> str:
    """Return a text without what is no difference between names: case, width of characters, and kind of separator."""
    return BETWEEN_WORDS.sub("_", unicodedata.normalize("NFKC", text).casefold()).strip("_")
