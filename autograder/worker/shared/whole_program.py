"""What a whole program prints; the same for a submission in a worker and for the reference."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from types import ModuleType

from .printed import printed_by

MAIN = "__main__"


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
