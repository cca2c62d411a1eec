"""Whether a file has an answer in it, told from its text: nothing of it is run."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType

from .attempt import is_stub_code
from .process import student_text
from .process.reading import DAMAGED, Unreadable


def is_answered(path: Path, exercises: Sequence[str]) -> bool:
    """Tell whether a file defines one of these exercises as more than a stub.

    Text that is no Python, and a damaged notebook, have been worked on as well.
    """
    try:
        units = student_text.read(path)
    except Unreadable as error:
        return error.text == DAMAGED
    try:
        return any(not is_stub_code(one) for unit in units for one in _definitions(unit.text, exercises))
    except (SyntaxError, ValueError):
        return True


def _definitions(text: str, exercises: Sequence[str]) -> Iterator[CodeType]:
    """Yield the compiled body of each function and class of these names at the top level of a text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        module = compile(text, "answer", "exec", dont_inherit=True)
    yield from (one for one in module.co_consts if isinstance(one, CodeType) and one.co_name in exercises)
