"""What students are told of wrong answers that have no name: each is looked at as if its mistake were unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from autograder.course.outcome import Failed, Related, Unexplained, WrongValue
from autograder.mistakes.catalogue import Misconception
from autograder.mistakes.hints import find_hints
from autograder.prove.answers import Kind
from autograder.prove.proof import Pair, Told
from autograder.prove.rules import AnswerRun


def told_of_all(runs: Sequence[AnswerRun], kind: Kind) -> Counter[Pair]:
    """Return how many wrong answers of a kind are told of in each way; of mutants, those that fail by a value."""
    wrong = [one for one in runs if one.answer.kind is kind and not one.full and _failed(one)]
    if kind is Kind.MUTANT:
        wrong = [one for one in wrong if any(isinstance(failed, (WrongValue, Unexplained)) for failed in _failed(one))]
    return Counter((_without_hints(one), _with_hints(one)) for one in wrong)


def _failed(one: AnswerRun) -> list[Failed]:
    return [check.failure for check in one.run.checks if check.failure is not None]


def _without_hints(one: AnswerRun) -> Told:
    failed = _failed(one)
    if any(isinstance(failure, Related) for failure in failed):
        return Told.RELATION
    return Told.BARE if all(map(_is_bare, failed)) else Told.SENTENCE


def _is_bare(failure: Failed) -> bool:
    """Tell whether a message says only that something is wrong; that of a missing value asks for its `return`."""
    return isinstance(failure, Unexplained) or (isinstance(failure, WrongValue) and failure.got is not None)


def _with_hints(one: AnswerRun) -> Told:
    if isinstance(one.answer.origin, Misconception) and set(one.matches) - {one.answer.origin.name}:
        return Told.NAME
    hints, alone = find_hints(one.run, one.answer.submission.cells), _without_hints(one)
    if hints.relation is not None or alone is Told.RELATION:
        return Told.RELATION
    return Told.REMARK if hints.remark is not None else alone
