"""What student code prints, and what it reads from its standard input."""

from __future__ import annotations

import builtins
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import redirect_stdout as printing_to

MOST_PRINTED = 100_000  # characters that are kept; more than that is wrong anyway


class Paper(io.StringIO):
    """A place for what is printed: the beginning is kept, the rest is not."""

    def write(self, text: str) -> int:
        """Keep as much of a text as there is room for."""
        super().write(text[: max(0, MOST_PRINTED - self.tell())])
        return len(text)


@contextmanager
def terminal(stdin: str) -> Iterator[io.StringIO]:
    """Let code read `stdin` and print into what is yielded while this lasts.

    A notebook has an `input` of its own, which would ask the student.
    """
    before = sys.stdin, builtins.input
    paper = Paper()
    sys.stdin, builtins.input = io.StringIO(stdin), _read_line
    try:
        with printing_to(paper):
            yield paper
    finally:
        sys.stdin, builtins.input = before


def _read_line(prompt: object = "", /) -> str:
    """Do as Python's own `input`: print the prompt, and return a line of standard input."""
    print(prompt, end="")  # noqa: T201
    line = sys.stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")
