"""The notebook of a kernel as the checks see a submission: plain values in, plain values out."""

from __future__ import annotations

import ast
import inspect
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from textwrap import dedent
from types import FunctionType, ModuleType
from typing import Any

import __main__
from autograder.checks.loaded import Setup
from autograder.course.text import Text
from autograder.worker.global_settings import GlobalSettings
from autograder.worker.serve import in_default_dtype, run_code
from autograder.worker.shared.pack import pack
from autograder.worker.shared.unpack import unpack
from autograder.worker.shared.values import Raised, raised
from autograder.worker.stubs import is_stub
from autograder.workers.probes import PROBE, compiled, compiled_probe
from autograder.workers.requests import pack_arguments

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class InKernel:
    """What this process has in `__main__`, with the text of the cells that were run.

    `given` has the source of functions that are put there if they are missing; a value of more than `limit`
    bytes is only named.
    """

    def __init__(self, cells: tuple[str, ...], given: dict[str, str], limit: int) -> None:
        self.cells = cells
        self._limit = limit
        self._settings = GlobalSettings()
        self.names = {name: _kind(value) for name, value in list(vars(__main__).items()) if name[:1] != "_"}
        stubs = {name for name in stubs_in(cells) & self.names.keys() if not has_code(vars(__main__)[name])}
        self.names |= dict.fromkeys(stubs, "stub")
        self.notes: list[Raised] = []
        self.unparsed: dict[str, Text] = {}
        for name, source in given.items():
            vars(__main__).setdefault(name, run_code(compiled(source))[name])

    @contextmanager
    def settings_of_suites(self) -> Iterator[None]:
        """Make the tensors of suites what they are elsewhere, whatever defaults the notebook has set."""
        set_torch_defaults()
        try:
            yield
        finally:
            self._settings.restore()

    def begin_check(self, exercise: str, public: bool = False) -> None:
        """Do nothing: only nbgrader limits the time, by the cell."""

    def ask_call(self, exercise: str, args: tuple[object, ...]) -> Any:
        """Return what the notebook's `exercise` gives for `args`: a plain value, or `Raised`."""
        return unpack(self._answer(lambda *own: getattr(__main__, exercise)(*own), args))

    def ask_probe(
        self,
        exercise: str,  # noqa: ARG002 - part of the protocol
        probe: Callable[..., Any],
        args: tuple[object, ...],
        setup: Setup | None = None,
    ) -> Any:
        """Return what `probe` gives next to the notebook's code; with a setup, in a copy of this process."""
        run = run_code(compiled_probe(probe))[PROBE]
        if setup is None:
            return unpack(self._answer(lambda *own: run(__main__, *own), args))
        prepare, given = run_code(compiled_probe(setup[0]))[PROBE], setup[1]
        return unpack(in_a_copy(lambda: self._answer(lambda *own: run(__main__, prepare(*given), *own), args)))

    def _answer(self, function: Callable[..., Any], args: tuple[object, ...]) -> bytes:
        data = pack_arguments(args)
        self._settings.restore()
        try:
            value = function(*in_default_dtype(unpack(data)))
        except KeyboardInterrupt:  # nbgrader's time limit
            raise
        except BaseException as error:
            value = raised(error)
        finally:
            set_torch_defaults()
        return pack(value, self._limit)


def set_torch_defaults() -> None:
    """Make float32 the default dtype, and the CPU the default device, where torch is loaded."""
    torch = sys.modules.get("torch")
    if torch is None:
        return
    torch.set_default_dtype(torch.float32)
    torch.set_default_device(None)


def in_a_copy(function: Callable[[], bytes]) -> bytes:
    """Return what `function` gives in a fork of this process, so that what it changes is left behind."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with open(writer, "wb") as file:
                file.write(function())
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as file:
        answer = file.read()
    os.waitpid(child, 0)
    return answer


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
