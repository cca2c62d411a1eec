"""Telling which cells of tests otter hides from students: where it is in doubt, a test is hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping

TOP = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?(?:\n|\Z))+")
HIDDEN = re.compile(r"hidden", re.IGNORECASE)
HIDDEN_TEST = re.compile(r"#[^\n]*\bhidden[\s_-]*tests?\b|#+[ \t]*hidden[ \t]*#*[ \t]*$", re.IGNORECASE | re.MULTILINE)


def begins_hidden(source: str) -> bool:
    """Tell whether a comment above the first statement of a cell has the word "hidden"."""
    top = TOP.match(source)
    return top is not None and HIDDEN.search(top[0]) is not None


def names_hidden_test(source: str) -> bool:
    """Tell whether a comment anywhere in a cell speaks of a hidden test, or says "hidden" and nothing else."""
    return HIDDEN_TEST.search(source) is not None


def is_hidden(source: str, settings: Mapping[str, object]) -> bool:
    """Tell whether a cell of tests is hidden, by its settings or by a comment, whatever the other says."""
    set_so = any(str(key).lower() == "hidden" and bool(value) for key, value in settings.items())
    return set_so or begins_hidden(source) or names_hidden_test(source)


def is_hidden_test(source: str) -> bool:
    """Tell whether a cell that stands among no tests is a hidden one all the same."""
    return names_hidden_test(source) or (begins_hidden(source) and "assert" in source)
