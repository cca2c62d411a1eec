"""A check whose tolerance is far too large is a hole, although some other check fails every wrong answer."""

from __future__ import annotations

from types import SimpleNamespace

from autograder.course.outcome import Outcome
from autograder.prove.answers import Kind
from autograder.prove.mutants import Mutant
from autograder.prove.proof import Hole
from autograder.prove.rules import AnswerRun, find_holes


def run(kind: Kind, failed: tuple[str, ...], origin: Mutant | None = None) -> AnswerRun:
    """Return the run of an answer that fails some of the checks `tight` and `loose`."""
    outcomes = {name: Outcome.FAILED if name in failed else Outcome.PASSED for name in ("tight", "loose")}
    checks = [SimpleNamespace(name=name, outcome=outcome) for name, outcome in outcomes.items()]
    result = SimpleNamespace(checks=checks, score=2 - len(failed), max_score=2)
    answer = SimpleNamespace(kind=kind, name="an answer", origin=origin, cuts_graph=False)
    return AnswerRun(answer, SimpleNamespace(result=result, checks=()))


def holes(failed_slightly: tuple[str, ...]) -> list[Hole]:
    """Return the holes of a suite that fails a result far off in both checks, and one slightly off in these."""
    slightly, far = (Mutant("", "", f"f = changes_result(f, {change})") for change in ("slightly_off", "far_off"))
    alone = run(Kind.MUTANT, ("loose",), Mutant("", "return 1", "return 2"))
    both = ("tight", "loose")
    runs = [run(Kind.REFERENCE, ()), alone, run(Kind.MUTANT, both, far), run(Kind.MUTANT, failed_slightly, slightly)]
    return list(find_holes(runs, {}))


def test_a_check_that_passes_a_result_slightly_off_is_named():
    (hole,) = holes(("tight",))
    assert hole.text.startswith("check loose passes a result that is off by a ten-thousandth")


def test_checks_with_tight_tolerances_have_no_hole():
    assert holes(("tight", "loose")) == []
