"""Two runs side by side: whose score moved, in which checks, and what changed between the runs that explains it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import asdict

from autograder.course.outcome import Outcome
from autograder.course.text import Text
from autograder.results.model import CheckResult, Result

PARTS = {
    "submission": Text("提交变了", "the submission changed"),
    "suite": Text("题目的检查、参考答案或分值变了", "the suite, the solution or the points changed"),
    "seed": Text("种子变了", "the seed changed"),
    "isolation": Text("隔离级别变了", "the level of isolation changed"),
    "engine": Text("评分程序或它的库变了", "the grader or its libraries changed"),
}
NOTHING = Text(
    "评分依据都没变，是这份代码每次运行的结果不一样",
    "nothing changed; the submission itself answers differently from run to run",
)
UNKNOWN = Text(
    "旧结果没有记下全部评分依据，原因可能不全", "not all is known: older results do not say all that they depend on"
)
FAILED = Text("评分程序出过错", "the grader failed in one of the runs")
NEW, GONE = Text("新增的结果", "a new result"), Text("这次没有结果", "no result any more")
Names = tuple[str, str, str]  # of an assignment, an exercise and a check
Change = tuple[Names, CheckResult | None, CheckResult | None]  # before and after


@dataclass(frozen=True)
class Moved:
    """A result whose score or whose checks are not as they were; None where there was or is no such result."""

    before: Result | None
    after: Result | None

    @property
    def either(self) -> Result:
        """The newer of the two results."""
        found = self.after or self.before
        assert found is not None
        return found

    def changes(self) -> Iterator[Change]:
        """Yield the checks of a result in both runs that ended differently or have another score."""
        if self.before is None or self.after is None:
            return
        old, new = _checks(self.before), _checks(self.after)
        for name in dict.fromkeys([*new, *old]):
            before, after = old.get(name), new.get(name)
            if before is None or after is None or _verdict(before) != _verdict(after):
                yield (self.after.assignment, *name), before, after

    @property
    def difference(self) -> float | None:
        """By how many points the score moved, or None where there is no score to compare."""
        if self.before is None or self.after is None or self.before.score is None or self.after.score is None:
            return None
        return round(self.after.score - self.before.score, 6)

    def why(self) -> Text:
        """Return what changed of all that the result depends on."""
        if self.before is None or self.after is None:
            return GONE if self.after is None else NEW
        failed = [FAILED] if None in (self.before.score, self.after.score) else []
        old, new = _known_parts(self.before), _known_parts(self.after)
        changed = [text for name, text in PARTS.items() if name in old and name in new and old[name] != new[name]]
        unknown = [] if failed or ("engine" in old and "engine" in new) else [UNKNOWN]
        return _list([*failed, *changed, *unknown] or [NOTHING])


def moved_results(before: Sequence[Result], after: Sequence[Result]) -> list[Moved]:
    """Return each result that is not as it was, by student and assignment, those that lost the most points first."""
    old, new = ({(one.student, one.assignment): one for one in results} for results in (before, after))
    pairs = (Moved(old.get(name), new.get(name)) for name in dict.fromkeys([*new, *old]))
    moved = [pair for pair in pairs if not (pair.before and pair.after) or _differs(pair.before, pair.after)]
    return sorted(moved, key=lambda pair: (pair.difference is None, pair.difference or 0.0))


def _differs(before: Result, after: Result) -> bool:
    return _outline(before) != _outline(after)


def _outline(result: Result) -> object:
    return result.status, result.score, {name: _verdict(check) for name, check in _checks(result).items()}


def _checks(result: Result) -> dict[tuple[str, str], CheckResult]:
    return {(exercise.name, check.name): check for exercise in result.exercises for check in exercise.checks}


def _verdict(check: CheckResult) -> tuple[Outcome, float]:
    return check.outcome, check.score


def _known_parts(result: Result) -> dict[str, str]:
    depends_on = asdict(result.depends_on) if result.depends_on else {}
    isolation = {"isolation": result.isolation} if result.isolation != "none" else {}  # the grading process died
    return depends_on | isolation | {"seed": result.seed}


def _list(reasons: Sequence[Text]) -> Text:
    """Return several reasons as one text."""
    return Text("；".join(one.zh for one in reasons), "; ".join(one.en for one in reasons))
