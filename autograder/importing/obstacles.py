"""Why a test cannot become a check: what it looks at exists in the notebook alone."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Sequence

from autograder.importing.names import binds, reads

BUILTINS = frozenset(dir(builtins))
FILE = "it reads a file"
OBSTACLES = {
    FILE: re.compile(
        r"\bopen\(|\bread_(?:csv|table|excel|json|sql)\b|\bload(?:txt)?\(|\bgenfromtxt\(|\bimread\(|\burlopen\(|\brequests\.|\bos\."
    ),
    "it looks at a plot": re.compile(r"\bplt\.|\bget_(?:lines|title|xlabel|ylabel|legend)|\bgca\(|\bmatplotlib\b"),
    "it looks at the text or the names of the notebook": re.compile(
        r"\binspect\.|\bgetsource\(|\bget_ipython\(|\bglobals\(|\blocals\(|\bIn\[|__code__|\bdir\("
    ),
    "it looks at what is printed": re.compile(
        r"\bcapsys\b|\bredirect_stdout\b|\bsys\.std|\bStringIO\b|\bmock\b|\bpatch\(|\bcapture_output\b"
    ),
    "it asks for input": re.compile(r"\binput\("),
    "it waits for the clock": re.compile(r"\btime\.|\btimeit\b|\bdatetime\.now\b"),
}
NO_ANSWER = "no answer of a student is in it"
UNKNOWN = "`{name}` is defined nowhere in the notebook"


def obstacle(statements: Sequence[ast.stmt], known: Iterable[str]) -> str:
    """Return why these statements cannot run in a suite, "" where they can; `known` are names from elsewhere."""
    text = "\n".join(map(ast.unparse, statements))
    for reason, pattern in OBSTACLES.items():
        if pattern.search(text):
            return reason
    bound = {name for one in statements for name in binds(one)} | set(known) | BUILTINS
    missing = sorted({name for one in statements for name in reads(one)} - bound)
    return UNKNOWN.format(name=missing[0]) if missing else ""
