"""What an exception means that was raised while a student's code ran, told from more than its kind and message."""

from __future__ import annotations

import linecache
import re
import traceback

from .. import printed
from ..messages import fill
from ..model import Text
from .explain import explain
from .missing_gradients import explain_none

OWN = re.compile(r"\s*(raise|assert)\s+(?!NotImplementedError)\S")
OWN_RAISE = Text(
    "这里的参数是允许的，却执行到了你自己写的 {word}：看看它的条件。",
    "The arguments of this case are allowed, yet your own `{word}` went off: look at its condition.",
)
NOBODY_TYPES = Text(
    "代码里有 input()，检查的时候没有人输入：删掉 input，值从参数来，或者直接写在代码里。",
    "The code has an `input()`, but nobody types while it is checked: remove `input`, and take the value from an "
    "argument or write it into the code.",
)


def explain_error(error: BaseException, line: int | None = None) -> Text | None:
    """Return what an exception means and where to look, None for an uncommon one.

    `line` is the last line of the student's in a call whose arguments are allowed.
    """
    if isinstance(error, EOFError) and not _reads_given_input(error):
        return NOBODY_TYPES
    return explain_none(error) or _own_raise(error, line) or explain(type(error).__name__, str(error))


def _reads_given_input(error: EOFError) -> bool:
    """Tell whether the case has given a text to be read, which has ended."""
    frames = traceback.walk_tb(error.__traceback__)
    return any(frame.f_code.co_filename == printed.__file__ for frame, _ in frames)


def _own_raise(error: BaseException, line: int | None) -> Text | None:
    """Return what to tell where a `raise` or an `assert` of the student's own was reached."""
    frames = list(traceback.walk_tb(error.__traceback__))
    if not frames or frames[-1][1] != line:
        return None
    frame, number = frames[-1]
    found = OWN.match(linecache.getline(frame.f_code.co_filename, number, frame.f_globals))
    return fill(OWN_RAISE, word=found[1]) if found else None
