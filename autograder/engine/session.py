"""One submission's conversation with its workers: load it, ask it, survive losing it."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from autograder.checks.student import Preparation, place
from autograder.engine.evidence import Reply
from autograder.engine.link import Link
from autograder.engine.probes import compiled, compiled_probe
from autograder.engine.zygote import Zygote
from autograder.errors import GraderError
from autograder.manifest import Limits
from autograder.outcome import Failed, NotRun
from autograder.submission.read import NotGradable, Submission
from autograder.text import Text
from autograder.worker.load import UNFINISHED
from autograder.worker.preload import wanted_by
from autograder.worker.values import Raised
from autograder.worker.wire import NO_STATEMENT, Lost, TooSlow

MAX_SKIPPED = 4
PARSING_SECONDS = 2.0  # per megabyte of source, on top of the time its statements may take

TOO_SLOW = Text(
    "{seconds} 秒后仍未结束，已被中止。是不是有死循环？",
    "It had not finished after {seconds} s and was stopped. Is there an endless loop?",
)
CRASHED = Text("运行时进程崩溃了（{signal}）。", "The process crashed while it ran ({signal}).")
LEFT = Text(
    "运行时进程自行退出了（例如调用了 os._exit）。", "The process left while it ran (by os._exit, for example)."
)
ENOUGH = Text(
    "这一题前面已有 {count} 项检查没有跑完，这一项不再运行。",
    "{count} earlier checks of this exercise did not finish, so this one was not run.",
)
NEVER_LOADS = Text(
    "文件中有太多语句无法跑完，放弃运行。", "Too many statements of the file never finish; it cannot be run."
)
UNPARSED = Text(
    "代码有语法错误，整个文件无法运行：{reason}。",
    "The code has a syntax error, so the whole file cannot run: {reason}.",
)


class Session:
    """A loaded submission that can be asked; a lost worker is replaced when it is next needed."""

    def __init__(self, zygote: Zygote, submission: Submission, given: dict[str, str], limits: Limits) -> None:
        sources = (cell.encode("utf-8", "replace") for cell in submission.cells)
        self._link = Link(zygote, wanted_by([*sources, *submission.files.values()]), limits)
        self._submission = submission
        self._given = given
        self._limits = limits
        self._before: Preparation | None = None
        self._skip: set[tuple[int, int]] = set()
        self._served: set[str] = set()
        self._losses: Counter[str] = Counter()
        self._seconds_left = 0.0
        self.names: dict[str, str] = {}
        self.notes: list[Raised] = []
        self.replies: list[Reply] = []

    @property
    def struck(self) -> bool:
        """Whether a worker was killed by something other than the grader: the submission, or the machine."""
        return self._link.struck

    @property
    def cells(self) -> tuple[str, ...]:
        """The submission's own code."""
        return self._submission.cells

    def begin_check(self, exercise: str) -> None:
        """Give a check its time; raise `NotRun` where too many checks of the exercise were lost already."""
        if self._losses[exercise] >= self._limits.timeouts:
            raise NotRun(ENOUGH.format(count=self._losses[exercise]))
        self._seconds_left = self._limits.check_seconds

    def ask_call(self, exercise: str, args: tuple[object, ...]) -> Any:
        """Return what the student's `exercise` gives for `args`: a plain value, or `Raised`."""
        return self._ask_about(exercise, args, ("call", exercise, args))

    def ask_probe(
        self,
        exercise: str,
        probe: Callable[..., Any],
        args: tuple[object, ...],
        before: Preparation | None = None,
    ) -> Any:
        """Return what the source of `probe` gives when it runs beside the student's code, `before` having run first."""
        return self._ask_about(exercise, args, ("probe", compiled_probe(probe), probe.__name__, args), before)

    def load(self) -> None:
        """Start a worker and run the submission in it; raise `NotGradable` when that cannot be done.

        A statement that kills its worker or never ends is skipped by the next one, so what follows it counts.
        """
        megabytes = sum(map(len, self.cells)) / (1 << 20)
        seconds = self._limits.load_seconds + PARSING_SECONDS * megabytes
        while True:
            self._link.start(self._before)
            try:
                reply = self._link.exchange(("load", self._order()), time.monotonic() + seconds)
                break
            except Lost as lost:
                at = self._link.position()
                self._link.lose(lost)
                if at is None:
                    raise GraderError("A worker ended before it came to the submission.") from None
                if at[1] == NO_STATEMENT or at in self._skip or len(self._skip) >= MAX_SKIPPED:
                    raise NotGradable(NEVER_LOADS) from None
                self._skip.add(at)
        self._served.clear()
        self._take_report(reply)

    def close(self) -> None:
        """End the worker, if there is one."""
        self._link.close()

    def _order(self) -> dict[str, Any]:
        submission = self._submission
        return {
            "name": submission.assignment,
            "notebook": submission.notebook,
            "cells": list(submission.cells),
            "files": submission.files,
            "given": {name: compiled(source) for name, source in self._given.items()},
            "skip": sorted(self._skip),
        }

    def _take_report(self, reply: Any) -> None:
        if isinstance(reply, Raised) or not isinstance(reply, dict):
            raise NotGradable(NEVER_LOADS)
        if self._before is not None:
            return  # what a preparation takes away may be missed; that says nothing about the submission
        self.names = {str(name): str(kind) for name, kind in reply["names"].items()}
        self.notes = [note for note in reply["notes"] if isinstance(note, Raised)]
        if not reply["parsed"]:
            reason = next((describe_note(note) for note in self.notes), Text("", ""))
            raise NotGradable(UNPARSED.format(reason=reason))

    def _ask_about(
        self,
        exercise: str,
        args: tuple[object, ...],
        request: tuple[object, ...],
        before: Preparation | None = None,
    ) -> Any:
        if self._before != before:
            self.close()
            self._before = before
        while True:
            if not self._link.alive:
                self.load()
            others = self._served - {exercise}
            self._served.add(exercise)
            started = time.monotonic()
            try:
                reply = self._link.exchange(request, started + self._seconds_left)
                self._seconds_left -= time.monotonic() - started
                self.replies.append(Reply(args, reply))
                return reply
            except Lost as lost:
                reason = self._reason(lost, self._link.lose(lost))
                # What an earlier exercise left running may be what ended the worker: a fresh one tells.
                if not others:
                    self._losses[exercise] += 1
                    self.replies.append(Reply(args, None, lost=True))
                    raise Failed(reason) from None

    def _reason(self, lost: Lost, status: int | None) -> Text:
        if isinstance(lost, TooSlow):
            return TOO_SLOW.format(seconds=f"{self._limits.check_seconds:g}")
        if status is not None and os.WIFSIGNALED(status) and os.WTERMSIG(status) != signal.SIGKILL:
            return CRASHED.format(signal=signal.Signals(os.WTERMSIG(status)).name)
        return LEFT


def describe_note(note: Raised) -> Text:
    """Say in one phrase what happened to a statement that did not run to its end."""
    at = place(note)
    if note.name == UNFINISHED:
        return Text(f"有语句没有跑完{at.zh}", f"a statement did not finish{at.en}")
    kind = f"{note.name}: {note.message}".strip(": ")[:200]
    return Text(f"{kind}{at.zh}", f"{kind}{at.en}")
