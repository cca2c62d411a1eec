"""The students of a class: the works that are one student's, and no others, under one key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from msgspec.structs import replace as with_fields

from autograder.course.manifest import Course
from autograder.course.person import Person
from autograder.submissions.layouts.entry import NotUnderstood, Work
from autograder.submissions.layouts.patterns import named_parts, person_of
from autograder.submissions.roster import key_of, match

ONE_KEY = "it may be another student's than {other}, and both would be called {key}; give each a folder of its own name"
NOT_IN_ROSTER = "nobody in the roster is {key}; the results have that name"
ONE_LINE = "{keys} would all be {name} of the roster; they are graded under their own names"


@dataclass(frozen=True)
class Student:
    """A student of a class under the key of the results, and what the student handed in; `listed` is in the roster."""

    key: str
    works: tuple[Work, ...]
    person: Person | None = None
    listed: bool = False

    @property
    def own(self) -> bool:
        """Whether it is a folder named after the student."""
        return any(work.own for work in self.works)


class Refused(NamedTuple):
    """A work whose owner is not sure, as if it were a student's of its own, and what is said of it."""

    student: Student
    line: NotUnderstood


def students_of(works: Sequence[Work]) -> tuple[list[Student], list[Refused]]:
    """Return the students whose works these are; where two students would share a key, one or none has it."""
    groups: dict[str, list[Work]] = {}
    for work in works:
        groups.setdefault(work.student, []).append(work)
    students, refused = list[Student](), list[Refused]()
    for key, group in sorted(groups.items()):
        kept = _one_students(group)
        person = next((work.person for work in kept if work.person), None)
        students += [Student(key, tuple(kept), person)] if kept else []
        for work in (work for work in group if work not in kept):
            other = next(one.entry.shown for one in group if one is not work)
            line = NotUnderstood(work.entry.shown, ONE_KEY.format(other=other, key=key))
            refused.append(Refused(Student(key, (work,), work.person), line))
    return students, refused


def _one_students(works: Sequence[Work]) -> list[Work]:
    """Return those of the works of one key that are surely one student's: all of one identity, or the own folder."""
    identities = {work.identity for work in works}
    if len(works) == 1 or (len(identities) == 1 and identities != {""}):
        return list(works)
    return [work for work in works if work.own][:1]


def in_roster(
    students: Sequence[Student], roster: Sequence[Person], course: Course
) -> tuple[list[Student], list[Person], list[NotUnderstood]]:
    """Return the same students as the roster lists them, who of it is missing, and who is not in it.

    A folder named after a student keeps its name as the key; others have that of the roster.
    """
    found = [match(_known(student, course), student.key if student.own else "", roster) for student in students]
    counts = Counter(found)
    pairs = list(zip(students, found, strict=True))
    taken = {student.key for student, person in pairs if student.own or person is None or counts[person] > 1}
    lines, listed = list[NotUnderstood](), list[Student]()
    for student, person in pairs:
        place = student.works[0].entry.shown
        if person is None:
            lines.append(NotUnderstood(place, NOT_IN_ROSTER.format(key=student.key)))
        elif counts[person] > 1:
            keys = " and ".join(one.key for one, whose in pairs if whose == person)
            lines.append(NotUnderstood(place, ONE_LINE.format(keys=keys, name=key_of(person))))
        else:
            student = _listed(student, person, taken)
        listed.append(student)
    return listed, [one for one in roster if one not in counts], lines


def doubtful_in(students: Sequence[Student], roster: Sequence[Person], course: Course) -> set[Person]:
    """Return who of the roster may be meant by students whose works are not graded."""
    found = (match(_known(student, course), student.key if student.own else "", roster) for student in students)
    return {person for person in found if person}


def _known(student: Student, course: Course) -> Person:
    """Return what is known of a student without the roster, from the platform or the name of the folder."""
    return student.person or person_of(named_parts(student.key, course))


def _listed(student: Student, person: Person, taken: Container[str]) -> Student:
    number = student.person.platform_id if student.person else ""
    whole = with_fields(person, platform_id=number)
    return replace(student, key=student.key if student.own else key_of(person, taken), person=whole, listed=True)
