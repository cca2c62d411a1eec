"""Names that a teacher asked for, such as `20231234_张三_作业1.ipynb` or `20231234-张三-作业1/`.

The patterns stand in the manifest, as `handin_names` of `[course]`.
"""

from __future__ import annotations

import re

from autograder.course.manifest import Course
from autograder.course.person import Person
from autograder.submissions.layouts.entry import Around, Entry, Work, Works
from autograder.submissions.names import copy_number, is_for_assignment, without_copy_mark

KEYS = ("id", "name", "email", "section")


def works(entry: Entry, around: Around) -> Works:
    """Return whose work a file or a folder is, if one of the course's patterns takes its whole name.

    A folder whose name says nothing of the assignment is the student's own.
    """
    stem, ending = _split(entry)
    words = named_parts(stem, around.course)
    assignment = words.get("assignment", "")
    if not words or not (entry.is_file or entry.is_archive or assignment):
        return []
    person, key = person_of(words), _key(words)
    attempt = words.get("attempt", "")
    return [
        Work(
            entry,
            key,
            identity_of(words),
            person,
            assignment,
            name=(assignment or stem) + ending if entry.is_file else "",
            time=int(attempt) if attempt.isdecimal() else copy_number(stem),
        )
    ]


def named_parts(stem: str, course: Course) -> dict[str, str]:
    """Return what the first pattern that takes a name finds in it; nothing if none does.

    Words for an assignment that are none may belong to the name of the student, so such a name is not taken.
    """
    for pattern in course.handin_names:
        for name in dict.fromkeys((without_copy_mark(stem), stem)):
            if found := re.fullmatch(pattern, name, re.DOTALL):
                words = {key: part.strip() for key, part in found.groupdict().items() if part and part.strip()}
                assignment = words.get("assignment")
                if words.keys() & set(KEYS[:3]) and (assignment is None or is_for_assignment(assignment, course)):
                    return words
    return {}


def identity_of(words: dict[str, str]) -> str:
    """Return what two names of one student have in common; "" where nobody knows, as without an id or an e-mail."""
    return f"local {_key(words)}" if "id" in words or "email" in words else ""


def _key(words: dict[str, str]) -> str:
    return "-".join(filter(None, (words.get("id"), words.get("name")))) or words["email"]


def person_of(words: dict[str, str]) -> Person:
    """Return the student that the parts of a name speak of."""
    return Person(**{key: words.get(key, "") for key in KEYS})


def _split(entry: Entry) -> tuple[str, str]:
    """Return the name of a file without its ending, and the ending; a folder has none."""
    stem, dot, ending = entry.name.rpartition(".") if entry.is_file else (entry.name, "", "")
    return (stem, dot + ending) if stem else (entry.name, "")
