"""Telling the relation of wrong values to the right ones, whether the course uses NumPy or not."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from autograder.checks.relations.difference import Difference
from autograder.checks.relations.kinds import find_kind, find_text
from autograder.checks.relations.sentences import SENTENCES
from autograder.checks.relations.told import Told


def tell_relation(wrong: Sequence[Difference]) -> Told | None:
    """Return the relation that is told of some wrong values, or None; without NumPy only their kinds are looked at."""
    if "numpy" in sys.modules:  # torch imports it
        from autograder.checks.relations.find import told_relation

        return told_relation(wrong)
    names = [find_kind(each.got, each.expected) or find_text(each.got, each.expected) for each in wrong]
    found = set(filter(None, names))
    if len(found) != 1:
        return None
    places = tuple(place for place, name in enumerate(names) if name is not None)
    return Told(SENTENCES[found.pop()], places)
