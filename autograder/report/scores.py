"""The distribution of the scores of an assignment: a bar for each tenth of its points, and what the bars sum up."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.results.model import Result

BARS = 10


@dataclass(frozen=True)
class Bar:
    """How many scores lie from `low` up to `high`, which the last bar includes; `height` is a share of the highest."""

    low: float
    high: float
    count: int
    height: float


@dataclass(frozen=True)
class Scores:
    """The scores of an assignment that there are; one that is not gradable counts with 0, as in `summary.json`."""

    results: int
    scores: list[float]
    max_score: float

    @property
    def mean(self) -> float | None:
        """The mean of the scores."""
        return statistics.fmean(self.scores) if self.scores else None

    @property
    def quartiles(self) -> tuple[float, float, float] | None:
        """The scores below which a quarter, a half and three quarters of the class lie."""
        if len(self.scores) < 2:
            return None
        first, second, third = statistics.quantiles(self.scores, n=4, method="inclusive")
        return first, second, third

    @property
    def full(self) -> int:
        """How many have full marks."""
        return sum(score >= self.max_score for score in self.scores)

    @property
    def bars(self) -> list[Bar]:
        """The bars from the lowest scores to the highest."""
        counts = [0] * BARS
        for score in self.scores:
            counts[min(BARS - 1, int(BARS * score / self.max_score))] += 1
        step, most = self.max_score / BARS, max(counts) or 1
        return [Bar(i * step, (i + 1) * step, count, count / most) for i, count in enumerate(counts)]


def scores_of(results: Sequence[Result]) -> Scores:
    """Return the scores of some results for one assignment."""
    scores = [result.score for result in results if result.score is not None]
    return Scores(len(results), scores, results[0].max_score)
