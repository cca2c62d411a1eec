"""What a check saw of a submission, kept beside its result until the mistake is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from autograder.results.model import CheckResult, ExerciseResult
from autograder.workers.reply import Reply


@dataclass(frozen=True)
class Evidence:
    """The replies to a check's requests in their order, and whether something ready-made was found."""

    replies: tuple[Reply, ...]
    ready_made: bool


@dataclass(frozen=True)
class Judgement:
    """An exercise judged: its result, and the evidence of each of its checks."""

    result: ExerciseResult
    evidence: tuple[Evidence, ...]

    def checks(self) -> Iterator[tuple[CheckResult, Evidence]]:
        """Yield each check's result with its evidence."""
        return zip(self.result.checks, self.evidence, strict=True)
