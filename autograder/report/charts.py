"""The charts of the report: the scores of an assignment, with the figures that sum them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.course.text import Text
from autograder.report.scores import Bar, scores_of
from autograder.results.model import Result

COUNTS = Text("{results} 份，满分 {full} 份", "{results} results, {full} with full marks")
MEAN = Text("；平均 {mean:.1f}", "; mean {mean:.1f}")
QUARTILES = Text("；四分位数 {low:g} / {middle:g} / {high:g}", "; quartiles {low:g} / {middle:g} / {high:g}")
SPOKEN = Text("{title}的分数分布：{bars}", "Distribution of the scores of {title}: {bars}")


@dataclass(frozen=True)
class Chart:
    """A chart with its title, its figures in a line, and all of it in words for those who do not see it."""

    title: Text
    summary: Text
    spoken: Text
    bars: list[Bar]


def score_chart(title: Text, results: Sequence[Result]) -> Chart:
    """Return the chart of the scores of one assignment."""
    scores = scores_of(results)
    parts = [COUNTS.format(results=scores.results, full=scores.full)]
    if scores.mean is not None:
        parts.append(MEAN.format(mean=scores.mean))
    if scores.quartiles:
        parts.append(QUARTILES.format(**dict(zip(("low", "middle", "high"), scores.quartiles, strict=True))))
    bars = ", ".join(f"{bar.low:g}-{bar.high:g}: {bar.count}" for bar in scores.bars)
    summary = Text("".join(part.zh for part in parts), "".join(part.en for part in parts))
    return Chart(title, summary, SPOKEN.format(title=title, bars=bars), scores.bars)
