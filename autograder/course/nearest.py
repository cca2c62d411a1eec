"""A name that nobody knows, and the known one that may be meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Return the line on a name that is none of the `known` names of things of a kind: with the nearest, or all."""
    names = list(dict.fromkeys(known))
    near = nearest(name, names)
    advice = f"Did you mean {near}?" if near else f"There are: {', '.join(names)}."
    return f"There is no {kind} {name!r}. {advice}"


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is nearest to one, "" where none is near."""
    lower = {one.lower(): one for one in known}
    near = difflib.get_close_matches(name.lower(), lower, n=1)
    return lower[near[0]] if near else ""
