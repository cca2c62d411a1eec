"""The page that says which known mistakes the public cases catch, and of which they tell what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.mistakes.catalogue import Misconception, load_misconceptions
from autograder.mistakes.public_answers import Answer, PublicReply
from autograder.mistakes.run_public import run_answers

HEAD = """\
# What the public cases catch

<!-- Made by `autograder prove --public-cases`; do not edit. -->

Every known mistake (`autograder/suites/misconceptions/`) is run on the public cases that students have
(`assignments/cases/`). A mistake is caught if a case fails, or if the text names something ready-made that the exercise
forbids. It is named if no mistake with another explanation gives the same replies: then the student reads its
explanation. It is told if it is named, or if a message says more than that values differ or that an error came:
a missing `return`, another shape, a gradient that is cut.
"""
COLUMNS = "| exercise | known mistakes | caught | named | told |\n|---|---:|---:|---:|---:|"


@dataclass(frozen=True)
class PublicCount:
    """How many known mistakes of an exercise are caught, named and told, and which of them pass or are not told."""

    exercise: str
    mistakes: int
    caught: int
    named: int
    told: int
    passing: tuple[str, ...]
    untold: tuple[str, ...]


def count_public(course: Course, chosen: Sequence[tuple[Assignment, Exercise]]) -> list[PublicCount]:
    """Run the known mistakes of some exercises on their public cases, and count."""
    known = {exercise.name: load_misconceptions(course, exercise.name) for _, exercise in chosen}
    answers = [Answer(a.name, exercise.name, one.source) for a, exercise in chosen for one in known[exercise.name]]
    replies = iter(run_answers(course, answers))
    return [_count(name, [(one, next(replies)) for one in mistakes]) for name, mistakes in known.items()]


def _count(exercise: str, pairs: Sequence[tuple[Misconception, PublicReply]]) -> PublicCount:
    caught = {one.name for one, reply in pairs if reply.state != "passed" or reply.warned}
    explanations = {(reply.fingerprint, one.explanation) for one, reply in pairs}
    alone = Counter(fingerprint for fingerprint, _ in explanations if fingerprint)
    named = {one.name for one, reply in pairs if alone[reply.fingerprint or ""] == 1}
    told = named | {one.name for one, reply in pairs if reply.told or reply.warned}
    names = [one.name for one, _ in pairs]
    passing, untold = (tuple(name for name in names if name not in some) for some in (caught, told))
    return PublicCount(exercise, len(pairs), len(caught), len(named), len(told), passing, untold)


def public_page(counts: Sequence[PublicCount]) -> str:
    """Return the page in Markdown."""
    return "\n".join([HEAD, *_lines(counts)]) + "\n"


def _lines(counts: Sequence[PublicCount]) -> Iterator[str]:
    yield COLUMNS
    for one in counts:
        yield f"| {one.exercise} | {one.mistakes} | {one.caught} | {one.named} | {one.told} |"
    every = sum(one.mistakes for one in counts)
    sums = [sum(numbers) for numbers in zip(*((one.caught, one.named, one.told) for one in counts), strict=True)]
    yield f"| all | {every} | {' | '.join(f'{number} ({number / max(1, every):.1%})' for number in sums)} |"
    yield from ("", "## Not caught", "", *_listed((one.exercise, one.passing) for one in counts))
    untold = [(one.exercise, [name for name in one.untold if name not in one.passing]) for one in counts]
    yield from ("", "## Caught, but told by wrong values only", "", *_listed(iter(untold)))


def _listed(entries: Iterator[tuple[str, Sequence[str]]]) -> list[str]:
    return [f"- {exercise}: {', '.join(names)}" for exercise, names in entries if names] or ["None."]
