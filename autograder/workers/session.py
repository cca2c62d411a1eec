"""One submission's conversation with its workers: load it, ask it, survive losing it."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from autograder.checks.student import Setup
from autograder.course.manifest import Limits
from autograder.course.outcome import Failed, NotRun
from autograder.course.text import Text
from autograder.submissions.read import Submission
from autograder.worker.shared.libraries import wanted_by
from autograder.worker.shared.values import Raised
from autograder.worker.shared.wire import Lost, TooSlow
from autograder.workers.connection import Connection
from autograder.workers.fork_server import ForkServer
from autograder.workers.loader import Loader, what_is_there
from autograder.workers.probes import compiled_probe
from autograder.workers.reply import Reply

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


class Session:
    """A loaded submission that can be asked; a lost worker is replaced when it is next needed."""

    def __init__(self, fork_server: ForkServer, submission: Submission, given: dict[str, str], limits: Limits) -> None:
        sources = (cell.encode("utf-8", "replace") for cell in submission.cells)
        self._connection = Connection(fork_server, wanted_by([*sources, *submission.files.values()]), limits)
        self._loader = Loader(self._connection, submission, given, limits)
        self._limits = limits
        self.cells = submission.cells
        self._setup: Setup | None = None
        self._served: set[str] = set()
        self._losses: Counter[str] = Counter()
        self._seconds_left = 0.0
        self.names: dict[str, str] = {}
        self.notes: list[Raised] = []
        self.replies: list[Reply] = []

    @property
    def killed_externally(self) -> bool:
        """Whether a worker was killed by something other than the grader: the submission, or the machine."""
        return self._connection.killed_externally

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
        setup: Setup | None = None,
    ) -> Any:
        """Return what the source of `probe` gives when it runs beside the student's code, `setup` having run first."""
        return self._ask_about(exercise, args, ("probe", compiled_probe(probe), probe.__name__, args), setup)

    def load(self) -> None:
        """Start a worker and run the submission in it; raise `NotGradable` when that cannot be done."""
        report = self._loader.load(self._setup)
        self._served.clear()
        if self._setup is None:  # what a preparation takes away may be missed; that says nothing about the submission
            self.names, self.notes = what_is_there(report)

    def close(self) -> None:
        """End the worker, if there is one."""
        self._connection.close()

    def _ask_about(
        self,
        exercise: str,
        args: tuple[object, ...],
        request: tuple[object, ...],
        setup: Setup | None = None,
    ) -> Any:
        if self._setup != setup:
            self.close()
            self._setup = setup
        while True:
            if not self._connection.alive:
                self.load()
            others = self._served - {exercise}
            self._served.add(exercise)
            started = time.monotonic()
            try:
                reply = self._connection.exchange(request, started + self._seconds_left)
                self._seconds_left -= time.monotonic() - started
                self.replies.append(Reply(args, reply))
                return reply
            except Lost as lost:
                reason = self._reason(lost, self._connection.lose(lost))
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
