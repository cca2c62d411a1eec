"""The marks of other graders in cells: solutions, prompts and lines that students do not get."""

from __future__ import annotations

import re
from typing import NamedTuple

PROMPT = re.compile(
    r'^[ \t]*"""\s*#\s*BEGIN PROMPT.*?^[ \t]*"""\s*;?\s*#\s*END PROMPT[^\n]*\n?', re.MULTILINE | re.DOTALL
)
LINE_MARK = re.compile(r";?\s*#+\s*SOLUTION(?:\s+NO\s+PROMPT)?\s*$", re.IGNORECASE)
HEAD = re.compile(r"^\s*#+\s*solution\s*#*\s*$", re.IGNORECASE)
LEFT_OUT = re.compile(r"#+\s*(?:IGNORE|SEED)\b", re.IGNORECASE)


class Marked(NamedTuple):
    """A cell without its marks, and the numbers of its lines that are the solution."""

    source: str
    solution: frozenset[int]


def is_begin(line: str, what: str) -> bool:
    """Tell whether a line begins a region, as in `### BEGIN SOLUTION`."""
    return re.search(rf"#+\s*BEGIN\s+{what}\b", line, re.IGNORECASE) is not None


def is_end(line: str, what: str) -> bool:
    """Tell whether a line ends a region, as in `### END SOLUTION`."""
    return re.search(rf"#+\s*END\s+{what}\b", line, re.IGNORECASE) is not None


def read_marks(source: str) -> Marked:
    """Return a cell without its marks; where it has none, all of it is the solution."""
    kept: list[str] = []
    solution: set[int] = set()
    inside = ignoring = marked = False
    for line in PROMPT.sub("", source).splitlines():
        begins, ends = is_begin(line, "SOLUTION"), is_end(line, "SOLUTION")
        ignores = is_begin(line, "IGNORE")
        ignoring = (ignoring or ignores) and not is_end(line, "IGNORE")
        if begins or ends or HEAD.match(line):
            inside, marked = begins, True
        elif not ignoring and not LEFT_OUT.search(line):
            kept.append(LINE_MARK.sub("", line))
            if inside or LINE_MARK.search(line):
                solution.add(len(kept))
                marked = True
    everything = frozenset(range(1, len(kept) + 1))
    return Marked("\n".join(kept), frozenset(solution) if marked and solution else everything)
