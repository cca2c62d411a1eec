"""The notebook of a kernel as the checks see a submission: plain values in, plain values out."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import dedent
from types import FunctionType, ModuleType
from typing import Any

import __main__
from autograder.in_process.submission import InProcess
from autograder.worker.serve import run_code
from autograder.worker.shared.stubs import is_stub
from autograder.worker.shared.values import Raised, raised
from autograder.workers.probes import compiled

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class InKernel(InProcess):
    """What this process has in `__main__`, with the text of the cells that were run; only nbgrader limits the time.

    `given` has the source of functions that are put there if they are missing; a value of more than `limit`
    bytes is only named.
    """

    def __init__(self, cells: tuple[str, ...], given: dict[str, str], limit: int) -> None:
        super().__init__(__main__, cells, limit)
        self.names = {name: _kind(value) for name, value in list(vars(__main__).items()) if name[:1] != "_"}
        stubs = {name for name in stubs_in(cells) & self.names.keys() if not has_code(vars(__main__)[name])}
        self.names |= dict.fromkeys(stubs, "stub")
        for name, source in given.items():
            vars(__main__).setdefault(name, run_code(compiled(source))[name])

    @contextmanager
    def settings_of_suites(self) -> Iterator[None]:
        """Make the tensors of suites what they are elsewhere, whatever defaults the notebook has set."""
        self.restore_suites()
        try:
            yield
        finally:
            self._settings.restore()

    def module_after_setup(self) -> ModuleType:
        """Return the notebook as it is: nobody can run it a second time."""
        return self.module

    def describe(self, error: BaseException) -> Raised:
        """Return an exception of the notebook as a reply."""
        return raised(error)

    def restore_suites(self) -> None:
        """Make float32 the default dtype, and the CPU the default device, where torch is loaded."""
        torch = sys.modules.get("torch")
        if torch is not None:
            torch.set_default_dtype(torch.float32)
            torch.set_default_device(None)


def stubs_in(cells: tuple[str, ...]) -> set[str]:
    """Return the names whose last definition is one that nobody has filled in."""
    stubs: dict[str, bool] = {}
    for cell in cells:
        try:
            body = ast.parse(cell).body
        except (SyntaxError, ValueError, RecursionError):
            continue
        stubs |= {node.name: is_stub(node) for node in body if isinstance(node, DEFINITIONS)}
    return {name for name, empty in stubs.items() if empty}


def has_code(defined: Any) -> bool:
    """Tell whether a class has a method with code in it, from a class of the notebook or added after its definition."""
    classes = type.mro(defined) if isinstance(defined, type) else []
    methods = [method for one in classes if one.__module__ == __main__.__name__ for method in vars(one).values()]
    return any(isinstance(method, FunctionType) and not _is_empty(method) for method in methods)


def _is_empty(function: FunctionType) -> bool:
    try:
        (definition,) = ast.parse(dedent(inspect.getsource(function))).body
    except (OSError, SyntaxError, ValueError):
        return False
    return is_stub(definition)


def _kind(value: object) -> str:
    if isinstance(value, ModuleType):
        return "module"
    return "callable" if callable(value) else type(value).__name__
