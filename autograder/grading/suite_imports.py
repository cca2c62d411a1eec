"""Importing the suites of one course: their helpers by plain names, and nothing of another course."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

PACKAGE = "autograder."  # what is imported as a part of the engine's package has a name of its own, and stays


@contextmanager
def suites_importable(suites: Path) -> Iterator[None]:
    """Let modules in the folder of the suites be imported by their plain names, and forget them afterwards.

    The suites of another course may have the same names.
    """
    sys.path.insert(0, str(suites))
    try:
        yield
    finally:
        sys.path.remove(str(suites))
        for name in [name for name, module in sys.modules.items() if _is_in(module, suites)]:
            del sys.modules[name]


def _is_in(module: ModuleType, suites: Path) -> bool:
    file = getattr(module, "__file__", None)
    return bool(file) and not module.__name__.startswith(PACKAGE) and Path(str(file)).is_relative_to(suites)
