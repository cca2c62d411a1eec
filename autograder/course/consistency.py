"""What does not fit together in a manifest whose keys are right, in one line with the key as TOML writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec import to_builtins

from autograder.course.faults import dotted, fits, type_fault
from autograder.course.manifest import Limits
from autograder.course.tables import Manifest, Title

NAMING_GROUPS = ("id", "name", "email")  # each says who a student is
HANDIN_GROUPS = (*NAMING_GROUPS, "section", "assignment", "attempt")


def consistency_fault(manifest: Manifest) -> str:
    """Return the first thing that does not fit together, "" if everything does."""
    return next(_faults(manifest), "")


def _faults(manifest: Manifest) -> Iterator[str]:
    yield from _name_faults(manifest)
    yield from filter(None, map(_pattern_fault, manifest.course.handin_names))
    yield from _course_faults(manifest)
    yield from _title_faults(manifest)
    yield from _limit_faults(manifest)


def _name_faults(manifest: Manifest) -> Iterator[str]:
    """Yield which name stands for two things."""
    places: dict[str, str] = {}
    for name, assignment in manifest.assignments.items():
        for exercise in assignment.exercises:
            place = dotted("assignments", name, "exercises", exercise)
            if exercise in places:
                yield f"{place} has the name of {places[exercise]}; give every exercise a name of its own."
            places[exercise] = place
        for key, names in (("given", assignment.given), ("written", assignment.written)):
            for taken in assignment.exercises.keys() & set(names):
                yield f"{dotted('assignments', name, key)} has {taken}, the name of an exercise; use another name."


def _pattern_fault(pattern: str) -> str:
    """Return why a regular expression for names of hand-ins is none, or names nobody, "" if it does."""
    try:
        groups = set(re.compile(pattern).groupindex)
    except re.error as error:
        return f"course.handin_names has {pattern!r}, which is no regular expression: {error}."
    if unknown := groups - set(HANDIN_GROUPS):
        return f"course.handin_names has the group {min(unknown)}; known here: {', '.join(HANDIN_GROUPS)}."
    needed = "" if groups & set(NAMING_GROUPS) else f"needs one of the groups {', '.join(NAMING_GROUPS)}"
    return f"course.handin_names has {pattern!r}, which {needed}: (?P<id>...)." if needed else ""


def _course_faults(manifest: Manifest) -> Iterator[str]:
    course = manifest.course
    if len(set(course.languages)) < len(course.languages):
        yield "course.languages names a language twice; name each once."
    for library in course.libraries:
        if not all(part.isidentifier() for part in library.split(".")):
            yield f"course.libraries has {library!r}; it must be a name as `import` takes it."
    folder = PurePosixPath(course.suites)
    if folder.is_absolute() or ".." in folder.parts:
        yield f"course.suites is {course.suites!r}; it must be a folder below that of the manifest."


def _title_faults(manifest: Manifest) -> Iterator[str]:
    """Yield which title lacks a language of the course."""
    languages = manifest.course.languages
    for place, title in _titles(manifest):
        for language in languages:
            if not getattr(title, language).strip():
                named = f"course.languages has {language}"
                yield f"{place}.{language} is missing; it must be a title, for {named}."


def _titles(manifest: Manifest) -> Iterator[tuple[str, Title]]:
    yield "course.title", manifest.course.title
    for name, assignment in manifest.assignments.items():
        yield dotted("assignments", name, "title"), assignment.title
        for key, entries in (("exercises", assignment.exercises), ("written", assignment.written)):
            for entry, table in entries.items():
                yield dotted("assignments", name, key, entry, "title"), table.title


def _limit_faults(manifest: Manifest) -> Iterator[str]:
    """Yield what is wrong with the limits of an assignment; the keys that it lacks are the course's."""
    common = to_builtins(manifest.limits)
    for name, assignment in manifest.assignments.items():
        own = common | assignment.limits
        if not fits(own, Limits):
            yield type_fault(own, Limits, ("assignments", name, "limits"))
