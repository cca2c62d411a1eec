"""The page that says what students are told of wrong answers whose mistakes nobody has named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from autograder.prove.proof import Pair, Proof, Told

HEAD = """\
# What is told of a mistake that nobody has named

<!-- Made by `autograder prove --told`; do not edit. -->

Each known mistake is left out in turn: its answer is looked at as if the mistake had no name. The columns say what a
student is told at most: the *name* of another mistake that behaves alike, a *relation* between the wrong values and the
right ones, a *remark* on the code, a *sentence* of the suite or about an exception, or nothing but that something is
wrong (*bare*). "By itself" is what the checks say without names, relations and remarks. Of the mutants, those count
that fail by a value.
"""


def told_page(proofs: Mapping[str, Sequence[Proof]]) -> str:
    """Return the page in Markdown, from the proof of each exercise that counted what is told."""
    mistakes = {name: sum((one.told_of_mistakes for one in every), Counter()) for name, every in proofs.items()}
    mutants = {name: sum((one.told_of_mutants for one in every), Counter()) for name, every in proofs.items()}
    return "\n".join([HEAD, *_table("Known mistakes", mistakes), *_table("Mutants", mutants)])


def _table(title: str, told: Mapping[str, Counter[Pair]]) -> Iterator[str]:
    yield from (f"## {title}", "")
    yield f"| exercise | wrong answers | bare by itself | {' | '.join(Told)} |"
    yield f"|---|{'---:|' * (2 + len(Told))}"
    everything = sum(told.values(), Counter[Pair]())
    yield from (_row(exercise, found) for exercise, found in told.items())
    yield from (_row("**all**", everything), "")
    more = sum(count for (_, most), count in everything.items() if most not in (Told.BARE, Told.SENTENCE))
    yield from (f"A name, a relation or a remark: {_part(more, everything)}.", "")
    said = sum(count for (_, most), count in everything.items() if most is not Told.BARE)
    yield from (f"More than that something is wrong: {_part(said, everything)}.", "")


def _row(exercise: str, found: Counter[Pair]) -> str:
    bare = sum(count for (before, _), count in found.items() if before is Told.BARE)
    counts = [sum(count for (_, most), count in found.items() if most is told) for told in Told]
    return f"| {exercise} | {found.total()} | {bare} | {' | '.join(map(str, counts))} |"


def _part(count: int, found: Counter[Pair]) -> str:
    return f"{count} of {found.total()} ({count / max(1, found.total()):.0%})"
