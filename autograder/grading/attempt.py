"""The first layer of every check: is the exercise there, and was it attempted?"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Container

from autograder.course.outcome import Failed, NotAttempted
from autograder.course.text import Text
from autograder.grading.loaded import Loaded
from autograder.workers.loader import describe_note

MOST_NAMES = 500  # are compared with the one that is missing: a submission may have a hundred thousand
STUB = Text("还没有作答：函数体仍是 pass。", "Not attempted yet: the body is still `pass`.")
ABSENT = Text("没有找到 {name}。", "{name} was not found.")
MISSPELT = Text(
    "没有找到 {name}：找到的是 {found}，名字应为 {name}。", "{name} was not found: found `{found}`, expected `{name}`."
)
NOT_CALLABLE = Text(
    "{name} 不是函数，而是一个 {kind}；是不是后面又给这个名字赋了值？",
    "{name} is not a function but a {kind}; was the name assigned again later?",
)
CAUSE = Text("运行时出过错：{note}。", "While the file ran: {note}.")


def require_attempt(session: Loaded, exercise: str, siblings: Container[str] = ()) -> None:
    """Raise `NotAttempted` for an untouched stub, and `Failed` where there is nothing that could be called.

    A name among `siblings`, the other exercises, is not taken for a misspelling of this one.
    """
    kind = session.names.get(exercise)
    if kind == "stub":
        raise NotAttempted(STUB)
    if kind is None:
        raise Failed(_absent(session, exercise, siblings))
    if kind != "callable":
        raise Failed(NOT_CALLABLE.format(name=exercise, kind=kind))


def _absent(session: Loaded, exercise: str, siblings: Container[str]) -> Text:
    callables = (name for name, kind in session.names.items() if kind == "callable" and name not in siblings)
    candidates = {name.lower(): name for name in itertools.islice(callables, MOST_NAMES)}
    near = difflib.get_close_matches(exercise.lower(), candidates, n=1, cutoff=0.75)
    if near:
        return MISSPELT.format(name=exercise, found=candidates[near[0]])
    absent = ABSENT.format(name=exercise)
    if not session.notes:
        return absent
    cause = CAUSE.format(note=describe_note(session.notes[0]))
    return Text(absent.zh + cause.zh, f"{absent.en} {cause.en}")
