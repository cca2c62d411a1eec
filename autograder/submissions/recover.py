"""Reading a `.py` file that is not valid Python: the statements that do not parse are left out, the rest counts.

Nothing is added to the student's code or guessed into it. What is left out becomes blank lines, so that every other
line keeps its number.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

import parso
from parso.python.tree import PythonBaseNode

from autograder.course.parse import DEFINITION, is_too_much, parse
from autograder.course.text import Text
from autograder.submissions.syntax_causes import cause_of

LONGEST_RECOVERED = 60_000  # characters; a solved assignment has about 5,000, and 60,000 brackets take two seconds
NOTEBOOK_LINE = re.compile(r"^[%!].*$", re.MULTILINE)  # IPython's magics and shell lines, saved into a `.py` file
MARGIN = re.compile(r"^(?=(?:async |def |class |import |from |@))", re.MULTILINE)
DECORATED = re.compile(r"@[^\n]*\n\s*\Z")  # a decorator alone, which belongs to the definition below it
NOTE = Text(
    "第 {line} 行有语法错误（{cause}），这一段代码已略去，其余照常评分。",
    "Line {line} has a syntax error ({cause}); that piece of code was left out, and the rest is graded.",
)
REASON = Text(
    "{name} 的代码有语法错误（第 {line} 行：{cause}），所以没有运行。",
    "The code of {name} has a syntax error (line {line}: {cause}), so it was not run.",
)
ERRORS = (SyntaxError, ValueError, RecursionError, MemoryError)


@dataclass(frozen=True)
class LeftOut:
    """Lines that do not parse: the line of the error, the name they define (or an empty string), and the cause."""

    line: int
    name: str
    cause: Text

    def note(self) -> Text:
        """Return what is said of it in the result of the submission."""
        return NOTE.format(line=self.line, cause=self.cause)

    def reason(self) -> Text:
        """Return why the exercise of its name is not there."""
        return REASON.format(name=self.name, line=self.line, cause=self.cause)


@dataclass(frozen=True)
class Recovered:
    """The source that parses, with as many lines as before, and what was left out of it."""

    source: str
    left_out: tuple[LeftOut, ...] = ()


def recover(source: str) -> Recovered:
    """Return what of a source parses: all of it, or the top-level statements that do; nothing if none does."""
    if len(source) > LONGEST_RECOVERED or is_too_much(source) or _parses(source):
        return Recovered(source)
    without_magics = NOTEBOOK_LINE.sub("", source)
    if _parses(without_magics):
        return Recovered(without_magics)
    pieces = list(_pieces(without_magics))
    kept = "".join(text if good else _blank(text) for text, good in pieces)
    if not kept.strip() or not _parses(kept):
        return Recovered(source)
    return Recovered(kept, tuple(_left_out(pieces)))


def _pieces(source: str) -> Iterator[tuple[str, bool]]:
    """Yield the source in pieces of whole lines; with each, whether it is statements that parse.

    Neighbouring statements that do not parse come as one piece.
    """
    broken = ""
    for text in (part for statement in _statements(source) for part in _without_swallowed(statement)):
        decorated = DECORATED.match(broken)
        if broken and not decorated and MARGIN.match(text):
            yield broken, False
            broken = ""
        if _parses(text) and text.strip() and not decorated:
            yield from [(broken, False)] if broken else []
            yield text, True
            broken = ""
        else:
            broken += text
    if broken:
        yield broken, False


def _statements(source: str) -> Iterator[str]:
    """Yield the text of each top-level statement as parso finds it, whole lines at a time.

    Parso goes on after an error, at the next line that can only begin a statement.
    """
    lines = source.splitlines(keepends=True)
    module: PythonBaseNode = parso.parse(source)  # type: ignore[no-untyped-call]
    starts = sorted({int(node.start_pos[0]) for node in module.children if node.start_pos[1] == 0} | {1})
    for start, end in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        yield "".join(lines[start - 1 : end - 1])


def _without_swallowed(statement: str) -> Iterator[str]:
    """Yield a statement, or its parts where it does not parse and definitions stand in it at the left margin.

    A string that is not closed has swallowed them.
    """
    if _parses(statement):
        yield statement
    else:
        yield from filter(None, MARGIN.split(statement))


def _left_out(pieces: list[tuple[str, bool]]) -> Iterator[LeftOut]:
    line = 1
    for text, good in pieces:
        if not good:
            yield _describe(text, line)
        line += text.count("\n")


def _describe(text: str, first_line: int) -> LeftOut:
    """Say where the first error in a piece is, in which definition, and what it is."""
    name = DEFINITION.search(text)
    try:
        ast.parse(text)
    except SyntaxError as error:
        line = min(error.lineno or 1, text.count("\n") + 1)
        return LeftOut(first_line + line - 1, name[1] if name else "", cause_of(error, text.splitlines()[line - 1]))
    except ERRORS:
        pass
    return LeftOut(first_line, name[1] if name else "", cause_of(SyntaxError(""), ""))


def _parses(source: str) -> bool:
    return parse(source) is not None


def _blank(text: str) -> str:
    return "\n" * text.count("\n")
