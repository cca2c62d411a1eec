"""What student code prints, and what it reads from its standard input."""

from __future__ import annotations

import builtins
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MOST_PRINTED = 200_000  # characters that are kept; more than that is wrong anyway


class _Output(io.StringIO):
    """A place for what is printed: the beginning is kept, the rest is not."""

    def write(self, text: str) -> int:
        """Keep as much of a text as there is room for."""
        super().write(text[: max(0, MOST_PRINTED - self.tell())])
        return len(text)


@contextmanager
def terminal(stdin: str) -> Iterator[io.StringIO]:
    """Let code read `stdin` and print into what is yielded while this lasts.

    The prompts of `input` are not printed, because it is left open how a program asks.
    """
    output, before = _Output(), (sys.stdin, sys.stdout, builtins.input)
    sys.stdin, sys.stdout, builtins.input = io.StringIO(stdin), output, _next_line
    try:
        yield output
    finally:
        sys.stdin, sys.stdout, builtins.input = before


def _next_line(_prompt: object = "", /) -> str:
    """Return a line of standard input as `input` does, in a notebook as well, which has another one."""
    line = sys.stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")
