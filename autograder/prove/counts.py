"""How many answers of each kind a proof has run, and what became of the mutants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from autograder.prove.answers import Kind
from autograder.prove.equivalents import Change
from autograder.prove.mutants import Mutant
from autograder.prove.rules import AnswerRun


def counts_of(runs: Sequence[AnswerRun], equivalents: Container[Change]) -> Counter[str]:
    """Return the number of checks, of answers by kind, and of mutants that are killed or listed as `equivalent`."""
    counts = Counter(one.answer.kind.value for one in runs)
    counts["answers"] = len(runs)
    counts["checks"] = len(runs[0].run.checks)
    counts["killed"] = sum(one.answer.kind is Kind.MUTANT and not one.full for one in runs)
    mutants = [one.answer.origin for one in runs if isinstance(one.answer.origin, Mutant)]
    counts["equivalent"] = sum((one.before, one.after) in equivalents for one in mutants)
    return counts
