"""A submission as a suite sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from autograder.course.outcome import Failed
from autograder.course.text import Text
from autograder.worker.shared.values import Raised

RAISED = Text("{where} 抛出了 {kind}{at}。", "{where} raised {kind}{at}.")
HIDDEN_TEXT = Text(
    "（这里不显示错误消息，以免泄露隐藏的测试数据。）",
    " (Its message is not shown here: it could reveal hidden cases.)",
)
SHOULD_RAISE = Text("这里应当抛出 {kind}，但没有抛出任何异常。", "A {kind} should be raised here, but nothing was.")
WRONG_ERROR = Text("这里应当抛出 {expected}，却抛出了 {got}。", "A {expected} should be raised here, but {got} was.")


Setup = tuple[Callable[..., Any], tuple[object, ...]]  # what runs before the submission is loaded, and with what


class Asker(Protocol):
    """The way to the worker: it sends one request and returns a plain value or what was raised."""

    def ask_call(self, exercise: str, args: tuple[object, ...]) -> Any:
        """Call the exercise's function or class."""

    def ask_probe(self, exercise: str, probe: Callable[..., Any], args: tuple[object, ...], setup: Setup | None) -> Any:
        """Run a probe beside the student's code, in a worker with this preparation."""

    @property
    def cells(self) -> tuple[str, ...]:
        """The submission's own code."""
        ...


class Student:
    """One exercise of one submission; every call crosses to the worker and brings plain values back.

    A plain value is None, a bool, int, float, str, bytes, torch.Tensor, a tuple, list or dict of such, or
    `Foreign`, which only names the type of anything else.
    """

    def __init__(self, exercise: str, asker: Asker) -> None:
        self.exercise = exercise
        self._asker = asker

    @property
    def cells(self) -> tuple[str, ...]:
        """The submission's own code: the text of its file, or of each code cell of its notebook."""
        return self._asker.cells

    def call(self, *args: object, public: bool = False) -> Any:
        """Return what the student's function of this exercise gives for `args`; raise `Failed` if it raises.

        `public` says that the case is no secret, so the student may see the text of an exception.
        """
        return self._value(self._asker.ask_call(self.exercise, args), public)

    def run(self, probe: Callable[..., Any], *args: object, public: bool = False, setup: Setup | None = None) -> Any:
        """Return what `probe(module, *args)` gives beside the student's code; raise `Failed` if it raises.

        The source of `probe` travels: a plain function that uses nothing but its arguments, builtins,
        `torch`, `nn` and what it imports itself. `setup` is such a function too, with its arguments: it runs in a
        fresh worker before the submission is loaded, and the probe gets what it returns as its second argument.
        """
        return self._value(self._asker.ask_probe(self.exercise, probe, args, setup), public)

    def raises(self, expected: type[Exception], *args: object) -> None:
        """Raise `Failed` unless the student's function raises `expected` (or a subclass of it) for `args`."""
        reply = self._asker.ask_call(self.exercise, args)
        if not isinstance(reply, Raised):
            raise Failed(SHOULD_RAISE.format(kind=expected.__name__))
        if expected.__name__ not in reply.kinds:
            raise Failed(WRONG_ERROR.format(expected=expected.__name__, got=known_kind(reply)))

    def _value(self, reply: Any, public: bool) -> Any:
        if isinstance(reply, Raised):
            raise Failed(_describe(self.exercise, reply, public))
        return reply


def _describe(where: str, raised: Raised, public: bool) -> Text:
    if not public:
        message = RAISED.format(where=where, kind=known_kind(raised), at=place(raised))
        return Text(message.zh + HIDDEN_TEXT.zh, message.en + HIDDEN_TEXT.en)
    return RAISED.format(where=where, kind=f"{raised.name}: {raised.message}".removesuffix(": "), at=place(raised))


def known_kind(raised: Raised) -> str:
    """Return the nearest built-in kind of an exception: a name a submission makes up could carry hidden inputs."""
    return raised.kinds[0] if raised.kinds else "Exception"


def place(raised: Raised) -> Text:
    """Return where in the student's code an exception came from, in brackets, or nothing."""
    if raised.line is None:
        return Text("", "")
    if raised.cell is None:
        return Text(f"（第 {raised.line} 行）", f" (line {raised.line})")
    return Text(f"（第 {raised.cell} 个单元格第 {raised.line} 行）", f" (cell {raised.cell}, line {raised.line})")
