"""Parsing a student's code in the grader's own process, within bounds for its time and memory."""

from __future__ import annotations

import ast
import functools
import re

MAX_PARSED = 100_000  # characters; Python's parser takes some hundred bytes for each, and long for some texts
# For each part of the name in `import a.b.c`, Python's parser keeps a copy of all that stands before it.
MANY_DOTS = re.compile(r"(?:\.[\s\\]*+\w++[\s\\]*+){100}")
MAX_REMEMBERED = 10_000  # characters; a tree takes some hundred times as many bytes
DEFINITION = re.compile(r"^(?:async\s+)?(?:def|class)\s+(\w+)", re.MULTILINE)  # works where the code does not parse


def is_too_much(source: str) -> bool:
    """Tell whether a student's code would take too much time or memory to be parsed here."""
    return len(source) > MAX_PARSED or MANY_DOTS.search(source) is not None


def parse(source: str) -> ast.Module | None:
    """Return the syntax tree of a student's code; None if it is not valid Python, or too much to be parsed here.

    Nobody may change the tree: the next one who asks for this code, as several do for each cell, gets it as well.
    """
    return _remembered(source) if len(source) <= MAX_REMEMBERED else _parsed(source)


def _parsed(source: str) -> ast.Module | None:
    if is_too_much(source):
        return None
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


_remembered = functools.lru_cache(maxsize=64)(_parsed)
