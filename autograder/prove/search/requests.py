"""What the checks of a suite ask: recorded while they run, to be asked again with other arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.checks.loaded import LoadedSubmission, Setup
from autograder.checks.relations.difference import possible_arguments
from autograder.checks.reply import Reply
from autograder.course.outcome import WorkerLost
from autograder.worker.shared.pack import pack_strictly
from autograder.worker.shared.values import Raised


@dataclass(frozen=True, eq=False)
class Request:
    """A call of the exercise with these arguments, or where there is a `probe` the probe beside it.

    With `stdin` a call is asked for what it prints; a `program` is the whole submission, and its only argument is
    standard input.
    """

    args: tuple[Any, ...]
    probe: Callable[..., Any] | None = None
    setup: Setup | None = None
    kwargs: dict[str, Any] = field(default_factory=dict)
    stdin: str | None = None
    program: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is a call with its arguments in their places, for what it returns."""
        return self.probe is None and not self.kwargs and self.stdin is None and not self.program

    def ask(self, submission: LoadedSubmission, exercise: str) -> Reply:
        """Return what a submission replies."""
        try:
            return Reply(self.args, self._asked(submission, exercise), call=self.is_plain)
        except WorkerLost:
            return Reply(self.args, None, lost=True)

    def _asked(self, submission: LoadedSubmission, exercise: str) -> Any:
        if self.probe is not None:
            return submission.ask_probe(exercise, self.probe, self.args, self.setup)
        if self.program:
            return submission.ask_program(exercise, str(self.args[0]))
        return submission.ask_call(exercise, self.args, self.kwargs, self.stdin)

    @property
    def values(self) -> tuple[Any, ...]:
        """All that is asked with: the arguments, those with names, and standard input where there is some."""
        return (*self.args, *self.kwargs.values(), *([self.stdin] if self.stdin else []))

    def with_values(self, values: tuple[Any, ...]) -> Request:
        """Return the same request with other values in the places of `values`."""
        args, others = values[: len(self.args)], values[len(self.args) :]
        stdin = others[-1] if self.stdin else self.stdin
        return replace(self, args=args, kwargs=dict(zip(self.kwargs, others, strict=False)), stdin=stdin)

    def key(self, most_bytes: int) -> tuple[object, bytes]:
        """Return what two equal requests have in common; raise `NotPlain` where one cannot be sent."""
        return (self.probe, self.program), pack_strictly((self.args, self.kwargs, self.stdin), most_bytes)


class Recorder:
    """A loaded submission that keeps what it is asked, and the kinds of exceptions that come back."""

    def __init__(self, submission: LoadedSubmission) -> None:
        self._submission = submission
        self.names, self.notes = submission.names, submission.notes
        self.cells, self.unparsed = submission.cells, submission.unparsed
        self.requests: list[Request] = []
        self.raised: set[str] = set()

    def begin_check(self, exercise: str, public: bool = False) -> None:
        """Give a check its time."""
        self._submission.begin_check(exercise, public)

    def ask_call(
        self, exercise: str, args: tuple[object, ...], kwargs: dict[str, object], stdin: str | None = None
    ) -> Any:
        """Return what the exercise gives, and keep the call."""
        self.requests.append(Request(args, kwargs=kwargs, stdin=stdin))
        return self._kept(self._submission.ask_call(exercise, args, kwargs, stdin))

    def ask_program(self, exercise: str, stdin: str) -> Any:
        """Return what the program prints, and keep the request."""
        self.requests.append(Request((stdin,), program=True))
        return self._kept(self._submission.ask_program(exercise, stdin))

    def ask_probe(
        self, exercise: str, probe: Callable[..., Any], args: tuple[object, ...], setup: Setup | None = None
    ) -> Any:
        """Return what the probe gives, and keep the request."""
        self.requests.append(Request(args, probe, setup))
        return self._kept(self._submission.ask_probe(exercise, probe, args, setup))

    def _kept(self, reply: Any) -> Any:
        if isinstance(reply, Raised):
            self.raised.add(reply.name)
        return reply


def direct_calls(requests: Sequence[Request], count: int) -> Iterator[Request]:
    """Yield the calls among the requests, and those that a probe may make of an exercise with `count` arguments."""
    for request in requests:
        if request.probe is None:
            yield request
        elif count:
            yield from map(Request, possible_arguments(request.args, count))
