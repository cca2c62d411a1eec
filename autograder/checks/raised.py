"""How an exception of the student's code is described to the student."""

from __future__ import annotations

from autograder.course.text import Text
from autograder.worker.shared.values import Raised

RAISED = Text("{where} 抛出了 {kind}{at}。", "{where} raised {kind}{at}.")
HIDDEN_TEXT = Text(
    "（这里不显示错误消息，以免泄露隐藏的测试数据。）",
    " (Its message is not shown here: it could reveal hidden cases.)",
)


def describe_raised(where: str, raised: Raised, public: bool) -> Text:
    """Say what `where` raised; the exception's own text is shown only where the case is public."""
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
