"""Which pairs of students have code that is more alike than chance explains.

How alike two answers to an exercise are is the part of their runs of tokens that both have (Jaccard's index). What that
means depends on the class: right answers to a short exercise mostly look alike. So the share of all pairs of the class
that are as alike counts as the chance of it, and the chances of the exercises are combined by Fisher's method (R. A.
Fisher, Statistical Methods for Research Workers, section 21.1), which takes the exercises to be independent.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from autograder.report.code_forms import Form

MOST_EXPECTED = 0.01  # pairs as alike that chance would bring in a class of this size; others are not shown
Numbers = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Pair:
    """Two students whose code is alike: how many pairs as alike chance would bring, and how alike each answer is."""

    students: tuple[str, str]
    expected: float
    overlap: dict[str, float]


@dataclass(frozen=True)
class Overlap:
    """How alike the different answers to an exercise are, shape (answers, answers), and which one each student has.

    It is NaN where one of the two is no answer.
    """

    table: Numbers
    rows: npt.NDArray[np.intp]

    def pairs(self, of_answers: Numbers) -> Numbers:
        """Return what a table says of each pair of students, shape (students, students)."""
        return of_answers[np.ix_(self.rows, self.rows)]


def similar_pairs(forms: Mapping[str, Mapping[str, Form]]) -> list[Pair]:
    """Return the pairs of a class that are more alike than chance explains, the most striking first.

    `forms` has the form of each student's answer to each exercise, by exercise and student; empty where there is none.
    """
    students = sorted({student for by_student in forms.values() for student in by_student})
    if len(students) < 2:
        return []
    found = {name: _overlap([one.get(student, frozenset()) for student in students]) for name, one in forms.items()}
    expected = _expected(list(found.values()), len(students))
    pairs = np.argwhere(np.triu(expected <= MOST_EXPECTED, k=1))
    striking = sorted((float(expected[a, b]), int(a), int(b)) for a, b in pairs)
    return [Pair((students[a], students[b]), chance, _of_pair(found, a, b)) for chance, a, b in striking]


def _overlap(forms: Sequence[Form]) -> Overlap:
    unique = list(dict.fromkeys(forms))
    runs = {run: index for index, run in enumerate(dict.fromkeys(run for form in unique for run in form))}
    holds = np.zeros((len(unique), len(runs)), dtype=np.float32)
    for row, form in enumerate(unique):
        holds[row, [runs[run] for run in form]] = 1
    both, sizes = holds @ holds.T, holds.sum(axis=1)
    with np.errstate(invalid="ignore"):
        table = both / (sizes[:, None] + sizes[None, :] - both)
    table[sizes == 0, :] = table[:, sizes == 0] = np.nan
    place = {form: index for index, form in enumerate(unique)}
    return Overlap(table, np.array([place[form] for form in forms]))


def _log_chance(overlap: Overlap) -> Numbers:
    """Return for two answers the logarithm of the share of all pairs of students that are at least as alike.

    It is 0 where one of the two is no answer.
    """
    everybody = overlap.pairs(overlap.table)
    values = everybody[np.triu_indices_from(everybody, k=1)]
    values = np.sort(values[~np.isnan(values)])
    at_least = values.size - np.searchsorted(values, overlap.table - 1e-6)
    chance = np.log(np.maximum(at_least, 1) / max(1, values.size))
    return np.where(np.isnan(overlap.table), 0.0, chance).astype(np.float32)


def _expected(found: Sequence[Overlap], students: int) -> Numbers:
    """Return for each pair how many pairs chance would make as alike, by Fisher's method over their exercises."""
    half, known = (np.zeros((students, students), dtype=np.float32) for _ in range(2))
    for overlap in found:
        half -= overlap.pairs(_log_chance(overlap))
        known += ~np.isnan(overlap.pairs(overlap.table))
    term, tail = np.ones_like(half), np.where(known == 0, np.float32(1), np.float32(0))
    for index in range(len(found)):  # of a chi-squared distribution with 2 x `known` degrees of freedom
        tail += np.where(index < known, term, np.float32(0))
        term *= half / (index + 1)
    return np.exp(-half) * tail * math.comb(students, 2)


def _of_pair(found: Mapping[str, Overlap], first: int, second: int) -> dict[str, float]:
    """Return how alike two students are in each exercise that both have written."""
    values = {name: float(one.table[one.rows[first], one.rows[second]]) for name, one in found.items()}
    return {name: value for name, value in values.items() if not math.isnan(value)}
