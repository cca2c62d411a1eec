"""One submission's conversation with its workers: load it, ask it, replace a worker that is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.checks.loaded import Setup
from autograder.course.manifest import Limits
from autograder.course.outcome import NotRun, WorkerLost
from autograder.course.text import Text
from autograder.submissions.read import Submission
from autograder.worker.shared.libraries import wanted_by
from autograder.worker.shared.values import Raised
from autograder.worker.shared.wire import Lost
from autograder.workers.allowance import Allowance
from autograder.workers.connection import Connection
from autograder.workers.fork_server import ForkServer
from autograder.workers.loader import Loader, what_is_there
from autograder.workers.loss import describe_loss
from autograder.workers.probes import PROBE, compiled_probe

SPENT = Text(
    "这份作业前面返回的东西太多，这一项不再运行。",
    "The submission has returned too much before, so this check was not run.",
)
Request = tuple[object, ...]


class Session:
    """A `LoadedSubmission` in a worker; a worker that is lost is replaced when it is next needed."""

    def __init__(self, fork_server: ForkServer, submission: Submission, given: dict[str, str], limits: Limits) -> None:
        sources = (cell.encode("utf-8", "replace") for cell in submission.cells)
        wanted = wanted_by([*sources, *submission.files.values()], fork_server.libraries)
        self._connection = Connection(fork_server, wanted, limits)
        self._loader = Loader(self._connection, submission, given, limits)
        self._limits = limits
        self._allowance = Allowance(limits)
        self._setup: Setup | None = None
        self._served: set[str] = set()
        self._public = False  # whether the current check is
        self._has_seen_hidden = False
        self.cells = submission.cells
        self.unparsed = submission.unparsed
        self.names: dict[str, str] = {}
        self.notes: list[Raised] = []

    @property
    def killed_externally(self) -> bool:
        """Whether something other than the grader killed a worker: the submission, or the machine."""
        return self._connection.killed_externally

    def begin_check(self, exercise: str, public: bool = False) -> None:
        """Give a check its time; raise `NotRun` where the exercise or the submission has used up what it has.

        A public check gets a worker that has seen no hidden case: a submission could tell one in a public message.
        """
        if self._connection.budget_is_spent:
            raise NotRun(SPENT)
        self._allowance.begin_check(exercise)
        if public and self._has_seen_hidden:
            self.close()
        self._public = public

    def ask_call(
        self, exercise: str, args: tuple[object, ...], kwargs: dict[str, object], stdin: str | None = None
    ) -> Any:
        """Return what the student's `exercise` gives, or with `stdin` what it prints: a plain value, or `Raised`."""
        if stdin is None:
            return self._ask(exercise, ("call", exercise, args, kwargs))
        return self._ask(exercise, ("prints", exercise, args, kwargs, stdin))

    def ask_program(self, exercise: str, stdin: str) -> Any:
        """Return what the whole submission prints when it is run as a program: a text, or `Raised`."""
        return self._ask(exercise, ("program", stdin))

    def ask_probe(
        self, exercise: str, probe: Callable[..., Any], args: tuple[object, ...], setup: Setup | None = None
    ) -> Any:
        """Return what the source of `probe` gives next to the student's code, `setup` having run first."""
        return self._ask(exercise, ("probe", compiled_probe(probe), PROBE, args), setup)

    def load(self) -> None:
        """Start a worker and run the submission in it; raise `NotGradable` when that cannot be done."""
        report = self._loader.load(self._setup)
        self._served.clear()
        self._has_seen_hidden = False
        if self._setup is None:  # what a setup takes away may be missed; that says nothing about the submission
            self.names, self.notes = what_is_there(report)

    def close(self) -> None:
        """End the worker, if there is one."""
        self._connection.close()

    def _ask(self, exercise: str, request: Request, setup: Setup | None = None) -> Any:
        """Return the reply to a request; raise `WorkerLost` where the exercise itself ended its worker.

        What an earlier exercise left running may have ended the worker, so a fresh worker is asked then. An exercise
        that has lost a worker before is asked in a fresh one at once.
        """
        self._use(setup)
        if self._allowance.has_lost(exercise) and self._served - {exercise}:
            self.close()
        while True:
            if not self._connection.alive:
                self.load()
            shared = bool(self._served - {exercise})
            self._served.add(exercise)
            self._has_seen_hidden |= not self._public
            try:
                return self._exchange(request)
            except Lost as lost:
                status = self._connection.lose(lost)
                if not shared:
                    self._allowance.count_loss(exercise)
                    raise WorkerLost(describe_loss(lost, status, self._limits.check_seconds)) from None

    def _use(self, setup: Setup | None) -> None:
        """Let go of a worker in which another setup has run."""
        if self._setup != setup:
            self.close()
            self._setup = setup

    def _exchange(self, request: Request) -> Any:
        reply, self._allowance.left = self._connection.exchange(request, self._allowance.left)
        return reply
