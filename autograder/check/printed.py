"""What code prints for given standard input, as text; the same when it is graded and when students check it."""

from __future__ import annotations

import builtins
import io
import sys
from collections.abc import Callable
from typing import Any

MOST_PRINTED = 200_000  # characters; what is printed after them is left out
MOST_BYTES = 4 * MOST_PRINTED
ENCODING: dict[str, Any] = {"encoding": "utf-8", "errors": "surrogatepass", "newline": "\n"}


class _Bytes(io.BytesIO):
    """The bytes that are written, also after it is closed; those after so many are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.taken = bytearray()

    def write(self, data: Any) -> int:
        self.taken += bytes(data)[: max(0, MOST_BYTES - len(self.taken))]
        return len(data)


class _Output(io.TextIOWrapper):
    """A text that ends after so many characters; bytes can be written as well, to its `buffer`."""

    def write(self, text: str) -> int:
        super().write(text[:MOST_PRINTED])  # a longer one would be copied
        return len(text)


def printed_by(function: Callable[[], object], stdin: str) -> str:
    """Return what a function prints when `stdin` is its standard input.

    The prompts of `input` are not printed, because it is left open how a program asks.
    """
    written, before = _Bytes(), (sys.stdin, sys.stdout, builtins.input)
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogatepass")), **ENCODING)
    sys.stdout = _Output(written, write_through=True, **ENCODING)
    builtins.input = _next_line
    try:
        function()
    finally:
        sys.stdin, sys.stdout, builtins.input = before
    return written.taken.decode("utf-8", "replace")[:MOST_PRINTED]


def _next_line(_prompt: Any = "", /) -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")
