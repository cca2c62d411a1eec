"""What a submission finds around it in this process, and what is put back when it goes."""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from autograder.sandbox.scratch import Scratch
from autograder.worker import notebook_names
from autograder.worker.global_settings import GlobalSettings
from autograder.worker.shared.whole_program import forget_modules


@contextmanager
def in_own_folder(outer: GlobalSettings) -> Iterator[None]:
    """Go to a new folder, from which modules can be imported; at the end, the `outer` settings hold."""
    with Scratch() as folder:
        os.chdir(folder)
        sys.path.insert(0, str(folder))
        try:
            yield
        finally:
            outer.restore()
            sys.path.remove(str(folder))
            forget_modules(str(folder))


@contextmanager
def with_names_of_notebooks(wanted: bool) -> Iterator[None]:
    """Give a notebook the names that IPython would give it, and nobody after it."""
    finders = list(sys.meta_path)
    if wanted:
        notebook_names.install()
    try:
        yield
    finally:
        sys.meta_path[:] = finders
        for name in ("get_ipython", "display") if wanted else ():
            delattr(builtins, name)


@contextmanager
def module_put_back(name: str) -> Iterator[None]:
    """Let a submission take the name of a module for itself, until this block ends."""
    before = sys.modules.get(name)
    try:
        yield
    finally:
        sys.modules.pop(name, None)
        if before is not None:
            sys.modules[name] = before
