"""Item analysis: how difficult each check is, and whether it tells strong students from weak ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from autograder.course.outcome import Outcome
from autograder.course.text import Text
from autograder.report.class_results import ClassResults
from autograder.report.table import Table, choice_column, column, rounded, words
from autograder.results.model import CheckResult, Result

LEAST_RESULTS = 10  # from fewer a correlation says nothing
WEAK = 0.2  # a discrimination below this is commonly taken for weak
REMARKS = (
    Text("", ""),
    Text("没有人通过", "nobody passes"),
    Text("人人通过", "everybody passes"),
    Text("区分度为负", "negative discrimination"),
    Text("区分度低", "weak discrimination"),
)
DIFFICULTY = Text("平均得分率：越低越难", "mean share of its points: the lower, the harder")
DISCRIMINATION = Text(
    "该项得分与同一作业其余得分的相关系数；少于 {least} 份结果时不计算",
    "correlation of its points with the rest of the assignment's; not computed from fewer than {least} results",
).format(least=LEAST_RESULTS)
Points = NDArray[np.float64]


@dataclass(frozen=True)
class Item:
    """What the results of a class say of one check.

    `difficulty` is the mean share of the check's points that was earned, so a low one is hard. `discrimination` is the
    corrected item-total correlation: Pearson's r of the points of the check and the total of the assignment without
    them, r(x, t - x). The correction keeps the check from correlating with itself: S. Henrysson, Correction of
    item-total correlations in item analysis, Psychometrika 28 (1963), 211-218. It is None where either does not vary.
    """

    exercise: str
    check: CheckResult
    results: int
    passed: int
    difficulty: float
    discrimination: float | None

    @property
    def remark(self) -> int:
        """The position of what is odd about the check in `REMARKS`."""
        odd = (
            not self.passed,
            self.passed == self.results,
            self.discrimination is not None and self.discrimination < 0,
            self.discrimination is not None and self.discrimination < WEAK,
        )
        return odd.index(True) + 1 if any(odd) else 0


def analyse_items(results: Sequence[Result]) -> list[Item]:
    """Return the analysis of each check of one assignment, in the order of the suite.

    A result counts where it is graded, has a score and has the checks that most results have.
    """
    graded = [result for result in results if result.status == "graded" and result.score is not None]
    if not graded:
        return []
    usual = Counter(map(_layout, graded)).most_common(1)[0][0]
    kept = [result for result in graded if _layout(result) == usual]
    rows = [_checks(result) for result in kept]
    points = np.array([[check.score for check in row] for row in rows]).reshape(len(rows), -1)
    passed = np.array([[check.outcome is Outcome.PASSED for check in row] for row in rows]).reshape(points.shape)
    names = [exercise.name for exercise in kept[0].exercises for _ in exercise.checks]
    figures = zip(passed.sum(axis=0), points.mean(axis=0), corrected_correlations(points), strict=True)
    return [
        Item(name, check, len(rows), int(count), float(mean) / check.max_score, correlation)
        for name, check, (count, mean, correlation) in zip(names, rows[0], figures, strict=True)
    ]


def _layout(result: Result) -> str:
    """Return the names of the checks of a result, and of their exercises."""
    return "\n".join(f"{exercise.name} {check.name}" for exercise in result.exercises for check in exercise.checks)


def _checks(result: Result) -> list[CheckResult]:
    return [check for exercise in result.exercises for check in exercise.checks]


def corrected_correlations(points: Points) -> list[float | None]:
    """Return r(x, t - x) for each column x of `points`, (results, checks), where t is the sum of a row."""
    if len(points) < LEAST_RESULTS:
        return [None] * points.shape[1]
    rest = points.sum(axis=1, keepdims=True) - points
    x, y = points - points.mean(axis=0), rest - rest.mean(axis=0)
    spread = np.sqrt((x**2).sum(axis=0) * (y**2).sum(axis=0))
    return [float(one / s) if s > 1e-9 else None for one, s in zip((x * y).sum(axis=0), spread, strict=True)]


def items_table(found: ClassResults) -> Table:
    """Return a row for each check of each assignment, with its analysis."""
    items = [(name, item) for name, results in found.by_assignment.items() for item in analyse_items(results)]
    exercises = list(dict.fromkeys((name, item.exercise) for name, item in items))
    columns = (
        choice_column("练习", "exercise", [found.title(*one) for one in exercises]),
        column("检查", "check", "words"),
        column("分值", "points", "number", digits=1),
        column("通过", "passed", "number"),
        column("结果数", "results", "number"),
        column("难度", "difficulty", "percent", note=DIFFICULTY),
        column("区分度", "discrimination", "number", digits=2, note=DISCRIMINATION),
        choice_column("备注", "remark", REMARKS),
    )
    rows: list[list[object]] = [
        [
            exercises.index((name, item.exercise)),
            words(item.check.title),
            rounded(item.check.max_score),
            item.passed,
            item.results,
            rounded(item.difficulty),
            rounded(item.discrimination),
            item.remark,
        ]
        for name, item in items
    ]
    return Table("items", columns, rows)
