"""Finding the relations that hold, and the one that is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from autograder.checks.numbers import as_float
from autograder.checks.relations.case import Case, Relation
from autograder.checks.relations.places import PLACES
from autograder.checks.relations.sentences import SENTENCES
from autograder.checks.relations.shapes import SHAPES
from autograder.checks.relations.values import VALUES
from autograder.course.text import Text

MOST_ELEMENTS = 1_000  # that are looked at; a larger value has no relation
SAME_SHAPE = (*VALUES, *PLACES)
ALL = {relation.name: relation for relation in (*SAME_SHAPE, *SHAPES)}
Found = Mapping[str, bool]  # by the name of each relation that can tell, whether it holds


def find_relations(got: Any, expected: Any, close: float, given: Iterable[object]) -> dict[str, bool]:
    """Return which relations hold between a wrong value and the right one, and which do not.

    A relation that may hold by chance is left out; one that does not hold is not there by chance. `close` is the error
    that was allowed, and `given` are the arguments of the call.
    """
    one, other = as_tensor(got), as_tensor(expected)
    if one is None or other is None or max(one.numel(), other.numel()) > MOST_ELEMENTS:
        return {}
    case = Case(one, other, close, tuple(value.double() for value in given if isinstance(value, Tensor)))
    found = {relation.name: relation.holds(case) for relation in _relations_for(case)}
    return found if case.tells else {name: False for name, holds in found.items() if not holds}


def _relations_for(case: Case) -> Sequence[Relation]:
    if not min(case.got.numel(), case.expected.numel()) or not bool(case.got.isfinite().all()):
        return ()
    return SAME_SHAPE if case.got.shape == case.expected.shape else SHAPES


def as_tensor(value: Any) -> Tensor | None:
    """Return a value as a tensor in float64: a tensor, or a list or tuple of numbers; None for anything else."""
    if isinstance(value, Tensor):
        return None if value.dtype is torch.bool else value.detach().double()
    if isinstance(value, (list, tuple)) and all(type(item) in (int, float) for item in value):
        return torch.tensor([as_float(item) for item in value], dtype=torch.float64)
    return None


def told_relation(found: Sequence[Found]) -> Text | None:
    """Return the sentence of the relation that holds in every case that can tell; None where it is not the only one.

    Of several, the simplest is told, unless another one is as simple.
    """
    names = {name for each in found for name, holds in each.items() if holds}
    everywhere = [ALL[name] for name in names if all(each.get(name, True) for each in found)]
    simplest = min((relation.tier for relation in everywhere), default=0)
    told = [relation for relation in everywhere if relation.tier == simplest]
    return SENTENCES[told[0].name] if len(told) == 1 else None
