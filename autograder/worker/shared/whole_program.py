"""What a whole program prints; the same for a submission in a worker and for the reference."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType

from .printed import printed_by

MAIN = "__main__"


def program_output(sources: Sequence[tuple[str, str]], stdin: str, folder: str) -> str:
    """Return what a program prints; its parts, each with a file name, run in one module as `__main__`.

    The modules in `folder` are those that belong to the program; it imports them anew each time.
    """
    module = ModuleType(MAIN)

    def run() -> None:
        with contextlib.suppress(SystemExit):
            for source, filename in sources:
                exec(compile(source, filename, "exec", dont_inherit=True), vars(module))

    with _as_main(module, folder):
        return printed_by(run, stdin)


@contextlib.contextmanager
def _as_main(module: ModuleType, folder: str) -> Iterator[None]:
    """Make a module the main one, and let those of a folder be imported anew; undo both at the end."""
    before = sys.modules.copy()
    forget_modules(folder)
    sys.modules[MAIN] = module
    try:
        yield
    finally:
        forget_modules(folder)
        sys.modules.update(before)


def forget_modules(folder: str) -> None:
    """Let the modules that were imported from a folder be imported anew."""
    start = os.path.join(folder, "")
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if isinstance(file, str) and file.startswith(start) and os.path.isfile(file):
            del sys.modules[name]
