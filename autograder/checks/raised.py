"""How an exception of the student's code is described to the student."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from autograder.check.errors.explain import explain
from autograder.checks.known_messages import MASK, masked_message
from autograder.course.text import Text, join
from autograder.worker.shared.values import Raised

RAISED = Text("{where} 抛出了 {kind}{at}。", "{where} raised {kind}{at}.")
HIDDEN_TEXT = Text(
    "（这里不显示错误消息，以免泄露隐藏的测试数据。）",
    "(Its message is not shown here: it could reveal hidden cases.)",
)
MASKED = Text("（“…”处隐去了测试数据。）", "(Test data is replaced by `…`.)")


def describe_raised(where: str, raised: Raised, public: bool, cells: Sequence[str] = ()) -> Text:
    """Say what `where` raised, and what a common exception means; `cells` is the submission's code.

    In a hidden case the exception's own text is shown only where it is a known message.
    """
    meaning = explain(known_kind(raised), raised.message)
    return join([*_raised(where, raised, public, cells), *([Text(*meaning)] if meaning else [])])


def _raised(where: str, raised: Raised, public: bool, cells: Sequence[str]) -> list[Text]:
    at = place(raised)
    if public:
        return [RAISED.format(where=where, kind=f"{raised.name}: {raised.message}".removesuffix(": "), at=at)]
    kind, shown = known_kind(raised), masked_message(raised.message, cells)
    if shown is None:
        return [RAISED.format(where=where, kind=kind, at=at), HIDDEN_TEXT]
    message = RAISED.format(where=where, kind=f"{kind}: {shown}", at=at)
    return [message, MASKED] if MASK in shown else [message]


def with_possible_place(raised: Raised, cells: Sequence[str]) -> Raised:
    """Return an exception without its place where the submission has no such line.

    A submission chooses the number of a line itself, and a number could carry hidden data.
    """
    cell = 1 if raised.cell is None else raised.cell
    if raised.line is None or not 1 <= cell <= len(cells):
        return replace(raised, cell=None, line=None)
    lines = cells[cell - 1].count("\n") + 1
    return raised if 1 <= raised.line <= lines else replace(raised, cell=None, line=None)


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
