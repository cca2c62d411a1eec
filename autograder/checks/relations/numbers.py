"""Relations between numbers, and between lists and tuples of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.checks.relations.case import Case, Relation
from autograder.checks.relations.values import VALUES


def only_item(place: int) -> Callable[[Case], bool | None]:
    """Return what tells whether of several numbers just the one at a place is wrong."""

    def holds(case: Case) -> bool | None:
        if not case.is_of_numbers or case.expected.ndim != 1 or case.expected.size < 2:
            return None
        return np.flatnonzero(case.wrong).tolist() == [place]

    return holds


NUMBERS = tuple(  # what single numbers may have in common
    relation
    for relation in VALUES
    if relation.name
    in {"zeros", "negative", "double", "half", "one_less", "one_more", "constant", "absolute", "whole", "nearly"}
)
ORDERS = tuple(relation for relation in VALUES if relation.name == "order")
ITEMS = (
    Relation("first_item", 8, only_item(0)),
    Relation("second_item", 8, only_item(1)),
    Relation("third_item", 8, only_item(2)),
)
