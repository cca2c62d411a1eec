"""The page that says what the common mistakes of each exercise cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from autograder.prove.proof import Cost, Proof

HEAD = """\
# What the common mistakes cost

<!-- Made by `autograder prove --costs`; do not edit. -->

The commonest mistakes of each exercise (`autograder/suites/common_mistakes.toml`), and the part of its points that an
answer with this one mistake loses. A known mistake that is recognised costs at most four fifths: what the passed checks
do not give is given for the failed ones. An answer whose shape is wrong everywhere loses nearly everything.
"""


def costs_page(proofs: Mapping[str, Sequence[Proof]]) -> str:
    """Return the page in Markdown, from the proofs of each exercise under one or more seeds."""
    return "\n".join([HEAD, *(line for exercise, entries in proofs.items() for line in _table(exercise, entries[0]))])


def _table(exercise: str, proof: Proof) -> Iterator[str]:
    if proof.costs:
        yield from (f"## {exercise}", "", "| mistake | costs | |", "|---|---|---|")
        yield from (f"| {cost.name} | {cost.part:.0%} | {_remark(cost)} |" for cost in proof.costs)
        yield ""


def _remark(cost: Cost) -> str:
    return "the shape is wrong everywhere" if cost.wrong_everywhere else ""
