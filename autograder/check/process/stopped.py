"""Where a student's code was when it was stopped, read from what faulthandler wrote."""

from __future__ import annotations

import ast
import linecache
import re
from pathlib import Path
from typing import NamedTuple

from ..messages import fill
from ..model import State, Text
from .messages import SECONDS
from .reading import Unreadable, text_of

FRAME = re.compile(r'^  File "(.*?)", line (\d+) in ', re.MULTILINE)
LONGEST_NAME = 500  # faulthandler cuts a longer one

FILE_STOPPED = Text("文件还没有读完就停住了，各题都没有检查", "The file never finished loading, so nothing was checked")
FILE_CRASHED = Text(
    "读文件的时候 Python 崩溃了，各题都没有检查", "Python crashed while it loaded the file; nothing was checked"
)
SLOW = Text("{seconds} 秒没有结束", "Not finished after {seconds} seconds")
SLOW_AT = Text("{seconds} 秒没有结束：停在第 {line} 行", "Not finished after {seconds} seconds: it was in line {line}")
SLOW_IN = Text(
    "{seconds} 秒没有结束：停在第 {line} 行，在第 {start} 行开始的 {loop} 循环里",
    "Not finished after {seconds} seconds: it was in line {line}, in the `{loop}` loop that begins in line {start}",
)
LOOK = Text(
    "看看循环的条件会不会变成假，循环变量每一轮有没有改变。",
    "See whether the loop's condition ever becomes false, and whether its variable changes in every round.",
)
EXITED = Text(
    "Python 在这里提前结束了：删掉 exit()、quit() 或 sys.exit()。",
    "Python ended here: remove `exit()`, `quit()` or `sys.exit()`.",
)
CRASHED = Text("Python 崩溃了", "Python crashed")
CRASHED_AT = Text("Python 崩溃了：停在第 {line} 行", "Python crashed in line {line}")


class End(NamedTuple):
    """How student code ended that did not end by itself, and where."""

    slow: bool
    message: Text
    explained: Text | None = None
    line: int | None = None
    source: str = ""

    @property
    def state(self) -> State:
        """The state of the exercise that ended so."""
        return State.too_slow if self.slow else State.failed


def read(trace: str, path: Path, *, ended: bool) -> End:
    """Return how the code of a file was ended; `ended` tells that the process ended by itself, or by faulthandler.

    Otherwise it never gave way.
    """
    if ended and not trace.strip():
        return End(slow=False, message=EXITED)
    slow = not trace.strip() or "Timeout (" in trace
    file, line = _place(trace, path)
    if line is None:
        return End(slow, fill(SLOW, seconds=SECONDS) if slow else CRASHED)
    lines = _lines(path) if file == _escaped(path) else []
    if slow:
        return _slow_at(lines, line)
    source = lines[line - 1] if line <= len(lines) else ""
    return End(slow, fill(CRASHED_AT, line=line), None, line, source)


def at_frame(place: tuple[str, int] | None) -> End:
    """Return how code ended that was too slow in a notebook: `place` is the file that Python calls it, and the line."""
    if place is None:
        return End(slow=True, message=fill(SLOW, seconds=SECONDS))
    return _slow_at([line.rstrip("\n") for line in linecache.getlines(place[0])], place[1])


def _slow_at(lines: list[str], line: int) -> End:
    source = lines[line - 1] if line <= len(lines) else ""
    loop = _loop("\n".join(lines), line) if source else None
    if loop is None:
        return End(True, fill(SLOW_AT, seconds=SECONDS, line=line), None, line, source)
    kind = "while" if isinstance(loop, ast.While) else "for"
    message = fill(SLOW_IN, seconds=SECONDS, line=line, loop=kind, start=loop.lineno)
    return End(True, message, LOOK, line, source)


def _place(trace: str, path: Path) -> tuple[str, int | None]:
    """Return the innermost place of a trace in a student's file, or in a cell of a notebook."""
    frames = FRAME.findall(trace)
    wanted = _escaped(path)
    found = ((name, int(line)) for name, line in frames if name == wanted or name.startswith(f"{wanted}["))
    return next(found, ("", None))


def _lines(path: Path) -> list[str]:
    """Return the lines of a file, none where it was deleted or damaged meanwhile."""
    try:
        return text_of(path).splitlines()
    except Unreadable:
        return []


def _escaped(path: Path) -> str:
    return str(path).encode("ascii", "backslashreplace").decode("ascii")[:LONGEST_NAME]


def _loop(source: str, line: int) -> ast.While | ast.For | None:
    """Return the innermost loop around a line."""
    try:
        nodes = ast.walk(ast.parse(source))
    except SyntaxError:
        return None
    loops = [node for node in nodes if isinstance(node, (ast.While, ast.For))]
    around = [loop for loop in loops if loop.lineno <= line <= (loop.end_lineno or line)]
    return max(around, key=lambda loop: loop.lineno, default=None)
