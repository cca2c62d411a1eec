"""What every check asks first: whether the exercise is there, and whether it was attempted."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Container

from autograder.checks.loaded import LoadedSubmission
from autograder.course.outcome import Failed, NotAttempted
from autograder.course.text import Text
from autograder.workers.loader import describe_note

MOST_NAMES = 500  # compared with the missing name; a submission may define a hundred thousand
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


def require_attempt(submission: LoadedSubmission, exercise: str, siblings: Container[str] = ()) -> None:
    """Raise `NotAttempted` for an untouched stub, and `Failed` where there is no function or class to call.

    The names of the other exercises, `siblings`, are not taken for a misspelling of this one.
    """
    kind = submission.names.get(exercise)
    if kind == "stub":
        raise NotAttempted(STUB)
    if kind is None and exercise in submission.unparsed:
        raise Failed(submission.unparsed[exercise])
    if kind is None:
        raise Failed(_absent(submission, exercise, siblings))
    if kind != "callable":
        raise Failed(NOT_CALLABLE.format(name=exercise, kind=kind))


def _absent(submission: LoadedSubmission, exercise: str, siblings: Container[str]) -> Text:
    callables = (name for name, kind in submission.names.items() if kind == "callable" and name not in siblings)
    candidates = {name.lower(): name for name in itertools.islice(callables, MOST_NAMES)}
    near = difflib.get_close_matches(exercise.lower(), candidates, n=1, cutoff=0.65)
    if near:
        return MISSPELT.format(name=exercise, found=candidates[near[0]])
    absent = ABSENT.format(name=exercise)
    if not submission.notes:
        return absent
    cause = CAUSE.format(note=describe_note(submission.notes[0]))
    return Text(absent.zh + cause.zh, f"{absent.en} {cause.en}")
