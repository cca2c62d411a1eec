"""What has to become of each answer, and of each check; every rule that is broken is a hole in the suite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.course.outcome import Outcome
from autograder.course.suite_files import EQUIVALENT_MUTANTS
from autograder.grading.evidence import CheckRun, ExerciseRun
from autograder.mistakes.catalogue import Misconception
from autograder.prove.answers import Answer, Kind
from autograder.prove.equivalents import Change
from autograder.prove.gaps import about_gap
from autograder.prove.mutants import Mutant
from autograder.prove.proof import Hole
from autograder.prove.wrapped import FAR, SLIGHTLY


@dataclass(frozen=True)
class AnswerRun:
    """An answer, what became of it, the misconceptions whose replies are like its own, and its score with credit."""

    answer: Answer
    run: ExerciseRun
    matches: tuple[str, ...] = ()
    score: float | None = None

    @property
    def full(self) -> bool:
        """Whether it has all points."""
        return self.run.result.score == self.run.result.max_score

    @property
    def failed(self) -> list[str]:
        """The names of the checks it does not pass, in the suite's order."""
        return [check.name for check in self.run.result.checks if check.outcome is not Outcome.PASSED]

    @property
    def faults(self) -> list[tuple[str, str]]:
        """The checks that raised something that is no verdict, each with its traceback."""
        return [(check.result.name, check.fault) for check in self.run.checks if check.fault]

    @property
    def wrong(self) -> bool:
        """Whether it is meant to lose points, and does."""
        return self.answer.kind in (Kind.MISCONCEPTION, Kind.MUTANT) and not self.full


def find_holes(runs: Sequence[AnswerRun], equivalents: dict[Change, str]) -> Iterator[Hole]:
    """Yield each hole: the answer or the check, and what is wrong with it.

    Where no mutant that only cuts the graph is killed, the exercise does not ask for gradients.
    """
    asked = any(one.answer.cuts_graph and not one.full for one in runs)
    yield from find_faults(runs)
    for one in runs:
        if (asked or not one.answer.cuts_graph) and not one.faults:
            yield from _holes_of(one, equivalents)
    changes = {(o.before, o.after) for o in (one.answer.origin for one in runs) if isinstance(o, Mutant)}
    for change in equivalents:
        if change not in changes:
            yield Hole(f"{EQUIVALENT_MUTANTS} lists a mutant that does not exist:", Mutant("", *change).diff())
    yield from map(Hole, _tolerant(runs))
    yield from map(Hole, _needless(runs))


def find_faults(runs: Sequence[AnswerRun]) -> Iterator[Hole]:
    """Yield each place where a suite raises, once, with the first answer that it raises for and its traceback."""
    met: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for one in runs:
        for check, fault in one.faults:
            met[place_of(fault)].append((check, one.answer.title, fault))
    for (check, title, fault), *others in met.values():
        more = f", and {len(others)} times more" if others else ""
        yield Hole(f"check {check} itself raises, with {title}{more}:", traceback=fault)


def place_of(fault: str) -> str:
    """Return the line of code that a traceback ends at."""
    return next((line for line in reversed(fault.splitlines()) if line.startswith('  File "')), fault)


def _holes_of(one: AnswerRun, equivalents: dict[Change, str]) -> Iterator[Hole]:
    name, outcomes = one.answer.name, {check.outcome for check in one.run.result.checks}
    if one.answer.kind is Kind.STUB and outcomes != {Outcome.NOT_ATTEMPTED}:
        yield Hole(f"{name} is not `not_attempted` in every check, but {', '.join(sorted(outcomes))}")
    elif one.answer.kind in (Kind.REFERENCE, Kind.RIGHT) and not one.full:
        yield Hole(f"{one.answer.title} loses points in: {_reasons(one)}")
    elif isinstance(one.answer.origin, Misconception):
        yield from map(Hole, _holes_of_misconception(one, one.answer.origin))
    elif isinstance(one.answer.origin, Mutant):
        yield from _holes_of_mutant(one, one.answer.origin, equivalents)


def _holes_of_misconception(one: AnswerRun, misconception: Misconception) -> Iterator[str]:
    subject = f"misconception {misconception.name}"
    if misconception.check not in {check.name for check in one.run.result.checks}:
        yield f"{subject} is owned by {misconception.check}, which is no check of this exercise"
    elif one.full:
        yield f"{subject} has full marks"
    elif misconception.check not in one.failed:
        yield f"{subject} passes {misconception.check}, which owns it; it fails {', '.join(one.failed)}"
    others = [name for name in one.matches if name != misconception.name]
    if others:
        yield f"{subject} cannot be told from {', '.join(others)}"
    elif misconception.name not in one.matches and not one.full:
        yield f"{subject} is not recognised: its replies change from run to run, or it crashes, or never ends"


def _holes_of_mutant(one: AnswerRun, mutant: Mutant, equivalents: dict[Change, str]) -> Iterator[Hole]:
    listed = (mutant.before, mutant.after) in equivalents
    if one.full and not listed:
        yield Hole(f"mutant {mutant.name} survives:", mutant.diff(), mutant=mutant.name, why=mutant.why)
    elif listed and not one.full:
        text = f"a mutant that {EQUIVALENT_MUTANTS} lists as equivalent fails {', '.join(one.failed)}:"
        yield Hole(text, mutant.diff())


def _tolerant(runs: Sequence[AnswerRun]) -> Iterator[str]:
    """Yield the checks that fail a result that is far off, and pass one that is off by some tens of the tolerance."""
    failed = {
        change: set(one.failed)
        for change in (FAR, SLIGHTLY)
        for one in runs
        if isinstance(one.answer.origin, Mutant) and one.answer.origin.changes_result(change)
    }
    for check in sorted(failed.get(FAR, set()) - failed.get(SLIGHTLY, set())):
        yield f"check {check} passes a result that is off by a ten-thousandth; is its scale too large?"


def _needless(runs: Sequence[AnswerRun]) -> Iterator[str]:
    """Yield the checks without which every wrong answer would still fail, and fail at the same check first."""
    first = {one.failed[0] for one in runs if one.wrong}
    for check in runs[0].run.result.checks:
        if check.name not in first:
            yield f"check {check.name} is not needed: no wrong answer fails it alone or first"


def _reasons(one: AnswerRun) -> str:
    """Return each check that a right answer does not pass, with what it says, and a remark on a missing tolerance."""
    lost = [check for check in one.run.checks if check.result.outcome is not Outcome.PASSED]
    return "; ".join(f"{check.result.name} ({_reason(check)})" for check in lost)


def _reason(check: CheckRun) -> str:
    return " ".join(filter(None, (check.result.message.en, about_gap(check))))
