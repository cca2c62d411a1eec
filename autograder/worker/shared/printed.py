"""What code prints for given standard input, as text; the same for student code in a worker and for the reference."""

from __future__ import annotations

import builtins
import contextlib
import io
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

MOST_PRINTED = 200_000  # characters; what is printed after them is left out
MAIN = "__main__"


class _Output(io.StringIO):
    """A text that ends after so many characters."""

    def write(self, text: str) -> int:
        """Take as much of a text as there is room for."""
        super().write(text[: max(0, MOST_PRINTED - self.tell())])
        return len(text)


def printed_by(function: Callable[[], object], stdin: str) -> str:
    """Return what a function prints when `stdin` is its standard input.

    The prompts of `input` are not printed, because it is left open how a program asks.
    """
    output, before = _Output(), (sys.stdin, sys.stdout, builtins.input)
    sys.stdin, sys.stdout, builtins.input = io.StringIO(stdin), output, _next_line
    try:
        function()
    finally:
        sys.stdin, sys.stdout, builtins.input = before
    return output.getvalue()


def program_output(sources: Sequence[tuple[str, str]], stdin: str) -> str:
    """Return what a program prints; its parts, each with a file name, run in one module as `__main__`."""
    module, before = ModuleType(MAIN), sys.modules.get(MAIN)

    def run() -> None:
        with contextlib.suppress(SystemExit):
            for source, filename in sources:
                exec(compile(source, filename, "exec", dont_inherit=True), vars(module))

    sys.modules[MAIN] = module
    try:
        return printed_by(run, stdin)
    finally:
        if before is not None:
            sys.modules[MAIN] = before


def _next_line(_prompt: Any = "", /) -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")
