"""One submission's conversation with its workers: load it, ask it, survive losing it."""

from __future__ import annotations

import functools
import inspect
import os
import signal
import textwrap
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from autograder.checks.student import Preparation, place
from autograder.engine.evidence import Reply
from autograder.engine.zygote import Worker, Zygote
from autograder.errors import GraderError
from autograder.manifest import Limits
from autograder.outcome import Failed, NotRun
from autograder.submission.read import NotGradable, Submission
from autograder.text import Text
from autograder.worker.load import UNFINISHED
from autograder.worker.preload import wanted_by
from autograder.worker.values import NotPlain, Raised, pack, unpack
from autograder.worker.wire import NO_STATEMENT, NONCE_BYTES, Lost, TooSlow, receive, send

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
    """A loaded submission that can be asked; a lost worker is replaced when it is next needed.

    `struck` tells that a worker was killed by something other than the grader: the submission, or the machine.
    """

    def __init__(self, zygote: Zygote, submission: Submission, given: dict[str, str], limits: Limits) -> None:
        self._zygote = zygote
        self._submission = submission
        self._given = given
        sources = (cell.encode("utf-8", "replace") for cell in submission.cells)
        self._libraries = wanted_by([*sources, *submission.files.values()])
        self._limits = limits
        self._worker: Worker | None = None
        self._before: Preparation | None = None
        self._skip: set[tuple[int, int]] = set()
        self._served: set[str] = set()
        self._losses: Counter[str] = Counter()
        self._seconds_left = 0.0
        self.struck = False
        self.names: dict[str, str] = {}
        self.notes: list[Raised] = []
        self.replies: list[Reply] = []

    @property
    def level(self) -> str:
        """The isolation its workers run at."""
        return self._zygote.level.name

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
        return self._ask_about(exercise, args, ("probe", probe_source(probe), probe.__name__, args), before)

    def load(self) -> None:
        """Start a worker and run the submission in it; raise `NotGradable` when that cannot be done.

        A statement that kills its worker or never ends is skipped by the next one, so what follows it counts.
        """
        megabytes = sum(map(len, self.cells)) / (1 << 20)
        seconds = self._limits.load_seconds + PARSING_SECONDS * megabytes
        while True:
            self._worker = self._zygote.start_worker(self._libraries)
            try:
                reply = self._exchange(("load", self._order()), time.monotonic() + seconds)
                break
            except Lost as lost:
                at = self._worker.position()
                self._lose(lost)
                if at is None:
                    raise GraderError("A worker ended before it came to the submission.") from None
                if at[1] == NO_STATEMENT or at in self._skip or len(self._skip) >= MAX_SKIPPED:
                    raise NotGradable(NEVER_LOADS) from None
                self._skip.add(at)
        self._take_report(reply)

    def close(self) -> None:
        """End the worker, if there is one."""
        if self._worker is not None:
            self._drop()
            self._zygote.stop_worker()

    def _lose(self, lost: Lost) -> int | None:
        """End a worker that did not answer; return its wait status if it had ended by itself."""
        self._drop()
        status = self._zygote.stop_worker(lost=not isinstance(lost, TooSlow))
        self.struck |= status is not None and os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        return status

    def _drop(self) -> None:
        assert self._worker is not None
        self._worker.close()
        self._worker = None
        self._served.clear()

    def _order(self) -> dict[str, Any]:
        submission = self._submission
        return {
            "name": submission.assignment,
            "notebook": submission.notebook,
            "cells": list(submission.cells),
            "files": submission.files,
            "given": self._given,
            "skip": sorted(self._skip),
            "before": self._before and (probe_source(self._before[0]), self._before[0].__name__, self._before[1]),
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
            if self._worker is None:
                self.load()
            others = self._served - {exercise}
            self._served.add(exercise)
            started = time.monotonic()
            try:
                reply = self._exchange(request, started + self._seconds_left)
                self._seconds_left -= time.monotonic() - started
                self.replies.append(Reply(args, reply))
                return reply
            except Lost as lost:
                reason = self._reason(lost, self._lose(lost))
                # What an earlier exercise left running may be what ended the worker: a fresh one tells.
                if not others:
                    self._losses[exercise] += 1
                    self.replies.append(Reply(args, None, lost=True))
                    raise Failed(reason) from None

    def _exchange(self, request: tuple[object, ...], deadline: float) -> Any:
        assert self._worker is not None
        nonce = os.urandom(NONCE_BYTES)
        send(self._worker.socket, nonce, pack(request, self._limits.source_mb << 24), deadline)
        echoed, data = receive(self._worker.socket, self._limits.reply_mb << 21, deadline)
        if echoed != nonce:
            raise Lost("a reply to no question")
        try:
            return unpack(data)
        except NotPlain as error:
            raise Lost(str(error)) from None

    def _reason(self, lost: Lost, status: int | None) -> Text:
        if isinstance(lost, TooSlow):
            return TOO_SLOW.format(seconds=f"{self._limits.check_seconds:g}")
        if status is not None and os.WIFSIGNALED(status) and os.WTERMSIG(status) != signal.SIGKILL:
            return CRASHED.format(signal=signal.Signals(os.WTERMSIG(status)).name)
        return LEFT


@functools.cache
def probe_source(probe: Callable[..., Any]) -> str:
    """Return the source of a probe, as it travels to the worker."""
    return textwrap.dedent(inspect.getsource(probe))


def describe_note(note: Raised) -> Text:
    """Say in one phrase what happened to a statement that did not run to its end."""
    at = place(note)
    if note.name == UNFINISHED:
        return Text(f"有语句没有跑完{at.zh}", f"a statement did not finish{at.en}")
    kind = f"{note.name}: {note.message}".strip(": ")[:200]
    return Text(f"{kind}{at.zh}", f"{kind}{at.en}")
