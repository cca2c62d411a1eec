"""The `student` fixture: one exercise of a submission, as a suite asks it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from autograder.checks.loaded import LoadedSubmission, Setup
from autograder.checks.raised import describe_raised, known_kind, with_possible_place
from autograder.checks.reply import Reply
from autograder.course.errors import GraderError
from autograder.course.outcome import Failed, WorkerLost
from autograder.course.text import Text, join
from autograder.worker.shared.pack import pack_strictly
from autograder.worker.shared.values import Raised
from autograder.worker.shared.wire import REQUEST_BYTES

SHOULD_RAISE = Text("这里应当抛出 {kind}，但没有抛出任何异常。", "A {kind} should be raised here, but nothing was.")
WRONG_MESSAGE = Text(
    "抛出的 {kind} 类型正确，但错误消息里没有题目要求的内容。",
    "The {kind} is right, but its message lacks what is asked for.",
)
SHOWN_MESSAGE = Text("错误消息是：{message}", "The message is: {message}")
WRONG_ERROR = Text("这里应当抛出 {expected}，却抛出了 {got}。", "A {expected} should be raised here, but {got} was.")
UNMARKED = "Mark a check that asks with `public=True` as public: its worker must have seen no hidden case."


class Student:
    """One exercise of one submission; every call crosses to the worker and brings plain values back.

    A plain value is one of a kind in `autograder.worker.shared.kinds`, or `Foreign`, which only names the type of
    anything else. `replies` is what came back so far. `public` says that the
    check is marked as public. `known` has the replies that hidden checks of the submission share, by request.
    """

    def __init__(
        self,
        exercise: str,
        submission: LoadedSubmission,
        public: bool = False,
        known: dict[object, Any] | None = None,
    ) -> None:
        self.exercise = exercise
        self._public = public
        self.replies: list[Reply] = []
        self._submission = submission
        self._known = {} if known is None else known

    @property
    def cells(self) -> tuple[str, ...]:
        """The submission's own code: the text of its file, or of each code cell of its notebook."""
        return self._submission.cells

    def call(self, *args: object, public: bool = False, **kwargs: object) -> Any:
        """Return what the student's function of this exercise gives for its arguments; raise `Failed` if it raises.

        `public` says that the case is no secret, so the student may see the text of an exception.
        """
        return self._value(self._call(args, kwargs), public)

    def prints(self, *args: object, stdin: str = "", public: bool = False, **kwargs: object) -> Any:
        """Return the text that a call prints when `stdin` is its standard input; raise `Failed` if it raises.

        The prompts of `input` are left out, and so is what follows 200,000 characters.
        """
        ask = partial(self._submission.ask_call, self.exercise, args, kwargs, stdin)
        return self._value(self._recorded((*args, *kwargs.values(), stdin), ask, call=False), public)

    def program(self, stdin: str = "", public: bool = False) -> Any:
        """Return the text that the whole submission prints when it is run as a program; raise `Failed` if it raises.

        It is run as `__main__`, with other files of the student's imported anew, in the process that answers `call`:
        a library that it changes stays changed. What is left out is the same as in `prints`. `sys.exit` ends it in the
        ordinary way.
        """
        ask = partial(self._submission.ask_program, self.exercise, stdin)
        return self._value(self._recorded((stdin,), ask, call=False), public)

    def run(self, probe: Callable[..., Any], *args: object, public: bool = False, setup: Setup | None = None) -> Any:
        """Return what `probe(module, *args)` gives next to the student's code; raise `Failed` if it raises.

        The source of `probe` travels: a plain function that uses nothing but its arguments, builtins,
        `torch`, `nn` and what it imports itself. `setup` is such a function too, with its arguments: it runs in a
        fresh worker before the submission is loaded, and the probe gets what it returns as its second argument.
        """
        reply = self._recorded(args, lambda: self._submission.ask_probe(self.exercise, probe, args, setup))
        return self._value(reply, public)

    def run_once(self, probe: Callable[..., Any], *args: object) -> Any:
        """Return what `run` gives; a hidden check that has asked the same before serves for all later ones."""
        key = self.exercise, probe, pack_strictly(args, REQUEST_BYTES)
        if key in self._known:
            self.replies.append(Reply(args, self._known[key]))
        else:
            ask = partial(self._submission.ask_probe, self.exercise, probe, args, None)
            reply = self._recorded(args, ask)
            if not self._public:
                self._known[key] = reply
        return self._value(self.replies[-1].value, public=False)

    def raises(
        self,
        expected: type[Exception],
        *args: object,
        match: str | None = None,
        public: bool = False,
        **kwargs: object,
    ) -> None:
        """Raise `Failed` unless the student's function raises `expected`, or a subclass of it, for its arguments.

        With `match` its text must have a part that this regular expression describes. `public` says that the student
        may see the text.
        """
        reply = self._call(args, kwargs)
        self._require_public(public)
        if not isinstance(reply, Raised):
            raise Failed(SHOULD_RAISE.format(kind=expected.__name__))
        if expected.__name__ not in reply.kinds:
            raise Failed(WRONG_ERROR.format(expected=expected.__name__, got=known_kind(reply)))
        if match is not None and not re.search(match, reply.message):
            shown = [SHOWN_MESSAGE.format(message=reply.message)] if public else []
            raise Failed(join([WRONG_MESSAGE.format(kind=expected.__name__), *shown]))

    def _call(self, args: tuple[object, ...], kwargs: dict[str, object]) -> Any:
        ask = partial(self._submission.ask_call, self.exercise, args, kwargs)
        return self._recorded((*args, *kwargs.values()), ask, call=not kwargs)

    def _recorded(self, args: tuple[object, ...], ask: Callable[[], Any], call: bool = True) -> Any:
        """Return the reply to a request, and keep it; a request without a reply is kept as lost."""
        try:
            value = ask()
        except WorkerLost:
            self.replies.append(Reply(args, None, lost=True, call=call))
            raise
        if isinstance(value, Raised):
            value = with_possible_place(value, self.cells)
        self.replies.append(Reply(args, value, call=call))
        return value

    def _require_public(self, public: bool) -> None:
        if public and not self._public:
            raise GraderError(UNMARKED)

    def _value(self, reply: Any, public: bool) -> Any:
        self._require_public(public)
        if isinstance(reply, Raised):
            raise Failed(describe_raised(self.exercise, reply, public, self.cells))
        return reply
