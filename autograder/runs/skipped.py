"""What is said of the statements of a file that were left out because they raised, crashed or never ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.checks.raised import place
from autograder.course.text import Text, join
from autograder.worker.shared.values import UNFINISHED, Raised
from autograder.workers.loader import describe_note

SHOWN_NOTES = 3
SKIPPED = Text("有语句没有执行成功，已跳过：{note}。", "A statement did not run and was skipped: {note}.")
STOPPED = Text(
    "有一条语句{at}运行了 {seconds:g} 秒还没有结束，或者中途崩溃，已跳过；文件的其余部分照常运行。",
    "A statement{at} had not ended after {seconds:g} s, or crashed, and was left out; the rest of the file was run.",
)
MAY_BE_ENDLESS = Text(
    "看看那里是不是有死循环，改好这条语句，或者删掉它。",
    "Look for a loop there that never ends, and mend the statement or take it out.",
)
NO_MODULE = "ModuleNotFoundError"
LIBRARIES = Text("这门课用到的库：{names}。", "The libraries of this course: {names}.")


def skipped_statements(notes: Sequence[Raised], seconds: float, libraries: Sequence[str]) -> Iterator[Text]:
    """Say of the first few statements that did not run why they were skipped, and which libraries there are.

    All the statements of a file together may take so many seconds.
    """
    shown = notes[:SHOWN_NOTES]
    for note in shown:
        yield _skipped(note, seconds)
    if libraries and any(NO_MODULE in note.kinds for note in shown):
        yield LIBRARIES.format(names=", ".join(libraries))


def _skipped(note: Raised, seconds: float) -> Text:
    if note.name == UNFINISHED:
        return join([STOPPED.format(at=place(note), seconds=seconds), MAY_BE_ENDLESS])
    return SKIPPED.format(note=describe_note(note))
