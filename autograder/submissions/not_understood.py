"""What is said of the parts of a class that nobody is graded for: what they look like, and what would take them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from autograder.course.manifest import Course
from autograder.submissions.handin import ENDINGS
from autograder.submissions.layouts.entry import Around, Entry, NotUnderstood
from autograder.submissions.names import is_for_assignment
from autograder.submissions.search import Search

OTHER_FILE = "it is neither .py, .ipynb nor a zip, and in no student's folder, so nobody hands it in"
NO_OWNER = (
    "it is a file in no folder, and its name does not say whose it is: it is named neither as Canvas or Moodle name "
    "files, nor as `handin_names` in exercises.toml says. Put it into a folder named after the student{example}"
)
EXAMPLE = ", or write under [course] there: handin_names = ['{pattern}']"
STRANGER = "it is a folder without a hand-in beside files as a platform names them, so it is nobody's"
NO_CODE = "it holds no .py and no .ipynb, so nothing of it is graded"


def of_entry(entry: Entry, around: Around) -> NotUnderstood:
    """Return what is said of an entry of a class that no layout understands."""
    if entry.path.suffix.lower() not in ENDINGS:
        return NotUnderstood(entry.shown, OTHER_FILE)
    pattern = fitting_pattern(entry.path.stem, around.course)
    return NotUnderstood(entry.shown, NO_OWNER.format(example=EXAMPLE.format(pattern=pattern) if pattern else ""))


def of_search(one: Search, stranger: bool) -> Iterator[NotUnderstood]:
    """Yield what is said of the files of a student that are for no assignment, and where there is none at all."""
    place = one.student.works[0].entry.shown
    if stranger and not one.problems:
        yield NotUnderstood(place, STRANGER)
    elif not one.found and not one.unclear and not one.problems and not one.student.own:
        yield from (NotUnderstood(work.entry.shown, NO_CODE) for work in one.student.works)
    yield from (NotUnderstood(place, problem.en) for problem in one.problems)
    yield from (NotUnderstood(candidate.shown, candidate.reason) for candidate in one.unclear if candidate.reason)


def fitting_pattern(stem: str, course: Course) -> str:
    """Return a pattern for `handin_names` that takes a name, "" if its parts do not say whose it is."""
    parts = re.split(r"([-_])", stem)
    groups, names = list[str](), set[str]()
    for index in range(0, len(parts), 2):
        rest = "".join(parts[index:])
        if names and is_for_assignment(rest, course):
            return "".join([*groups, "(?P<assignment>.+)"])
        kind = "id" if re.fullmatch(r"[A-Za-z]?\d{4,}", parts[index]) else "name"
        if kind in names or not parts[index] or is_for_assignment(parts[index], course):
            return ""
        names.add(kind)
        groups += [f"(?P<{kind}>[^-_]+)", *(["[-_]"] if index + 1 < len(parts) else [])]
    return "".join(groups)
