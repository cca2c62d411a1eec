"""Running the whole text of a student's file as a program, as `python FILE` does."""

from __future__ import annotations

import linecache
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType

from .process import student_text

MAIN = "__main__"


def run(names: Mapping[str, object]) -> None:
    """Run the file or the notebook that these names come from once more, by itself; `sys.exit()` ends it.

    Any other exception is raised.
    """
    file = str(names.get("__file__", ""))
    module = ModuleType(MAIN)
    module.__file__ = file
    with _as_main(module), suppress(SystemExit):
        for name, text in _texts(file, names):
            exec(compile(text, name, "exec", dont_inherit=True), vars(module))


def _texts(file: str, names: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the texts to run and what Python calls them: a file, the cells of one, or those of the running notebook."""
    cells = names.get("In")
    if not file and isinstance(cells, Sequence):
        yield from ((f"<cell {number}>", str(text)) for number, text in enumerate(cells))
    elif Path(file).is_file():
        yield from ((unit.file, unit.text) for unit in student_text.read(Path(file)))
    else:
        yield file, "".join(linecache.getlines(file))


@contextmanager
def _as_main(module: ModuleType) -> Iterator[None]:
    """Let a module be the program while this lasts, and `check(…)` in it do nothing: it would never end."""
    package = vars(sys.modules[__package__ or ""])
    before = sys.modules.get(MAIN), package.get("check")
    sys.modules[MAIN], package["check"] = module, lambda _thing: None
    try:
        yield
    finally:
        package["check"] = before[1]
        if before[0] is not None:
            sys.modules[MAIN] = before[0]
