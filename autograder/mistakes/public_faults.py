"""What is wrong with the public cases of an assignment: a right answer fails one, or they name the wrong exercises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from autograder.course.errors import UsageError
from autograder.course.manifest import Assignment, Course
from autograder.course.nearest import nearest, unknown
from autograder.mistakes.public_answers import Answer, Cases, Failure, PublicReply
from autograder.mistakes.run_public import place_of_case

REFERENCE = "the reference"
Right = Sequence[tuple[str, Answer]]  # answers that are right, with what each is called in a sentence


def references(course: Course, assignment: Assignment, exercises: Sequence[str]) -> list[tuple[str, Answer]]:
    """Return the solution as an answer to each of these exercises."""
    source = course.solution(assignment.name).read_text(encoding="utf-8")
    return [(REFERENCE, Answer(assignment.name, one, source, right=True, whole=True)) for one in exercises]


def require_sound_cases(
    course: Course, assignment: Assignment, cases: Cases, right: Right, replies: Sequence[PublicReply]
) -> None:
    """Raise `UsageError` with a line for each thing that is wrong with the public cases of an assignment."""
    found = public_faults(course, assignment, cases, right, replies)
    if lines := list(dict.fromkeys(line for lines in found.values() for line in lines)):
        raise UsageError("\n".join(lines))


def public_faults(
    course: Course, assignment: Assignment, cases: Cases, right: Right, replies: Sequence[PublicReply]
) -> Mapping[str, Sequence[str]]:
    """Return a line for each thing that is wrong with the public cases, by the exercise that suffers from it.

    What the reference does not pass is told of no other right answer; it comes first.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for exercise, line in _misnamed(course, assignment, cases):
        found[exercise].append(line)
    told: set[int] = set()
    for (title, answer), reply in zip(right, replies, strict=True):
        untold = [failure for failure in reply.failures if failure.line not in told]
        found[answer.exercise] += [_said(course, assignment, title, failure) for failure in untold]
        told |= {failure.line for failure in untold if title == REFERENCE and failure.title}
    return {exercise: lines for exercise, lines in found.items() if lines}


def _misnamed(course: Course, assignment: Assignment, cases: Cases) -> Iterator[tuple[str, str]]:
    """Yield the names in cases that are no exercise's, and the exercises without a case, each with its line."""
    known = [one.name for one in assignment.exercises]
    there = {name for _, name in cases.named}
    for line, name in cases.named:
        if name not in known:
            near = nearest(name, known)
            there.add(near)
            text = f"{place_of_case(course, assignment.name, line)}: {unknown('exercise', name, known)}"
            yield from ((one, text) for one in ([near] if near else known))
    path = course.public_cases(assignment.name).relative_to(course.root)
    yield from ((one, f"{path} has no case of {one}. Write Case({one!r}, …).") for one in known if one not in there)


def _said(course: Course, assignment: Assignment, title: str, failure: Failure) -> str:
    """Return the line on a case that a right answer does not pass, or on a warning that it gets."""
    place = place_of_case(course, assignment.name, failure.line)
    if not failure.title:
        return f"{place}: the students' check warns of {title}: {failure.got}"
    does = failure.got.rstrip(".")
    return f'{place}: the case "{failure.title}" expects {failure.expected}; {title} {does}.'
