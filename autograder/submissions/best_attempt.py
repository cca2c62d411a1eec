"""The files of one student for one assignment, and which of them is graded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from autograder.course.manifest import Assignment, Limits
from autograder.submissions.candidates import Candidate
from autograder.submissions.contents import is_notebook_file
from autograder.submissions.worth import Worth, worth_of


@dataclass(frozen=True)
class Attempts:
    """What a student handed in for an assignment, at least one file."""

    candidates: Sequence[Candidate]
    assignment: Assignment
    limits: Limits

    @cached_property
    def usual(self) -> Candidate:
        """The file that is graded where all can be and all have answers."""
        return _last(self.candidates)

    @cached_property
    def graded(self) -> Candidate:
        """The file that is graded: of those that are worth most the last one, and a notebook first."""
        if len(self.candidates) == 1 or self.worth(self.usual) is Worth.ANSWERED:
            return self.usual
        worths = [self.worth(one) for one in self.candidates]
        best = [one for one, worth in zip(self.candidates, worths, strict=True) if worth is max(worths)]
        return self.usual if self.usual in best else _last(best)

    @property
    def two_forms(self) -> bool:
        """Whether a notebook was chosen among notebooks and `.py` files."""
        notebooks = set(map(is_notebook_file, (one.path for one in _eligible(self.candidates))))
        return notebooks == {True, False}

    def worth(self, one: Candidate) -> Worth:
        """Return what a file is worth; one that is not read, such as a link to the outside, cannot be graded."""
        return Worth.UNUSABLE if one.problem else worth_of(one.path, self.assignment, self.limits)


def _last(candidates: Sequence[Candidate]) -> Candidate:
    """Return the last notebook, or else the last `.py` file."""
    eligible = _eligible(candidates)
    notebooks = [one for one in eligible if is_notebook_file(one.path)]
    return max(notebooks or eligible, key=lambda one: (*one.order, one.shown))


def _eligible(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that count: in a folder with files of the assignment's own name, those."""
    exact_in = {one.work.entry.path for one in candidates if one.exact}
    return [one for one in candidates if one.exact or one.work.entry.path not in exact_in]
