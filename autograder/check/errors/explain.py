"""A sentence in plain words for the commonest exceptions of Python, NumPy and PyTorch."""

from __future__ import annotations

import re

from ..model import Text
from . import arrays, autograd, data, python, pytorch, syntax

TABLE = tuple(
    (re.compile(kinds), re.compile(message), Text(zh, en))
    for table in (syntax, arrays, data, python, autograd, pytorch)
    for kinds, message, zh, en in table.SENTENCES
)


def explain(kind: str, message: str) -> Text | None:
    """Return what an exception means and where to look, None for an uncommon one.

    `kind` is the name of its class, such as "TypeError". The sentence repeats nothing of the message, so it may be
    shown where the message may not.
    """
    found = (text for kinds, pattern, text in TABLE if kinds.fullmatch(kind) and pattern.search(message))
    return next(found, None)
