"""Loading one submission into a worker, without the statements that never end."""

from __future__ import annotations

from typing import Any

from autograder.checks.loaded import Setup
from autograder.checks.raised import place
from autograder.course.errors import GraderError, NotGradable
from autograder.course.manifest import Limits
from autograder.course.text import Text
from autograder.submissions.read import Submission
from autograder.worker.shared.progress import NO_STATEMENT
from autograder.worker.shared.values import MAX_NAME, UNFINISHED, Foreign, Raised, printable
from autograder.worker.shared.wire import Lost, TooLarge
from autograder.workers.connection import Connection
from autograder.workers.probes import compiled
from autograder.workers.time_limit import TimeLimit

MAX_SKIPPED = 4
PARSING_SECONDS = 2.0  # per megabyte of source, on top of the time its statements may take
REPORT = {"names": dict, "notes": list, "parsed": int}
NEVER_LOADS = Text(
    "文件中有太多语句无法跑完，放弃运行。", "Too many statements of the file never finish; it cannot be run."
)
TOO_MUCH = Text(
    "文件定义的名字或跳过的语句太多，评分程序不予读取。",
    "The file defines more names, or has more statements that failed, than the grader reads.",
)
UNPARSED = Text(
    "代码有语法错误，整个文件无法运行：{reason}。",
    "The code has a syntax error, so the whole file cannot run: {reason}.",
)


class Loader:
    """Loads a submission into the workers of a connection; it remembers which statements (cell, index) to leave out."""

    def __init__(self, connection: Connection, submission: Submission, given: dict[str, str], limits: Limits) -> None:
        self._connection = connection
        self._submission = submission
        self._given = given
        megabytes = sum(map(len, submission.cells)) / (1 << 20)
        self._limit = TimeLimit.of(limits.load_seconds + PARSING_SECONDS * megabytes)
        self._skip: set[tuple[int, int]] = set()

    def load(self, setup: Setup | None) -> dict[str, Any]:
        """Start a worker, run the submission in it, and return its report; raise `NotGradable` if it cannot be run.

        The next worker skips a statement that killed its worker or never ended, so what follows it counts.
        """
        while True:
            self._connection.start(setup)
            try:
                report, _ = self._connection.exchange(("load", self._order()), self._limit)
                return _checked(report)
            except TooLarge as lost:
                self._connection.lose(lost)
                raise NotGradable(TOO_MUCH) from None
            except Lost as lost:
                at = self._connection.position()
                self._connection.lose(lost)
                if at is None:
                    raise GraderError("A worker ended before it came to the submission.") from None
                if at[1] == NO_STATEMENT or at in self._skip or len(self._skip) >= MAX_SKIPPED:
                    raise NotGradable(NEVER_LOADS) from None
                self._skip.add(at)

    def _order(self) -> dict[str, Any]:
        submission = self._submission
        return {
            "name": submission.assignment,
            "notebook": submission.notebook,
            "cells": list(submission.cells),
            "files": submission.course_files | submission.files,
            "given": {name: compiled(source) for name, source in self._given.items()},
            "skip": sorted(self._skip),
        }


def _checked(report: Any) -> dict[str, Any]:
    """Return a report that has its proper form; raise `NotGradable` for any other, too large or forged."""
    if isinstance(report, Foreign):
        raise NotGradable(TOO_MUCH)
    if not isinstance(report, dict) or {name: type(part) for name, part in report.items()} != REPORT:
        raise NotGradable(NEVER_LOADS)
    return report


def what_is_there(report: dict[str, Any]) -> tuple[dict[str, str], list[Raised]]:
    """Return the public names with their kinds, and the notes, of a report; raise `NotGradable` for a syntax error."""
    names = {printable(name, MAX_NAME): printable(kind, MAX_NAME) for name, kind in report["names"].items()}
    notes = [note for note in report["notes"] if isinstance(note, Raised)]
    if not report["parsed"]:
        reason = next((describe_note(note) for note in notes), Text("", ""))
        raise NotGradable(UNPARSED.format(reason=reason))
    return names, notes


def describe_note(note: Raised) -> Text:
    """Say in one phrase what happened to a statement that did not run to its end."""
    at = place(note)
    if note.name == UNFINISHED:
        return Text(f"有语句没有跑完{at.zh}", f"a statement did not finish{at.en}")
    kind = f"{note.name}: {note.message}".strip(": ")[:200]
    return Text(f"{kind}{at.zh}", f"{kind}{at.en}")
