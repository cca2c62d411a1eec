"""A module of this process as the checks see a submission: plain values in, plain values out."""

from __future__ import annotations

import os
import traceback
import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any, ClassVar

from autograder.checks.loaded import Setup
from autograder.course.text import Text
from autograder.in_process.copy import in_a_copy
from autograder.in_process.own_source import defined_by_source
from autograder.worker.global_settings import GlobalSettings
from autograder.worker.serve import in_default_dtype
from autograder.worker.shared.pack import pack
from autograder.worker.shared.printed import printed_by
from autograder.worker.shared.unpack import unpack
from autograder.worker.shared.values import Raised
from autograder.worker.shared.whole_program import program_output
from autograder.workers.requests import pack_arguments


class RaisedInCopy(Exception):
    """What the submission raised in a copy of this process: the text is the traceback."""


class InProcess(ABC):
    """A `LoadedSubmission` without a worker; there is no sandbox and no limit of time.

    `module` has the submission's names now. A value of more than `limit` bytes is only named. `error` is what the
    latest request raised, or None; what is `leaving` ends the run and is no reply.
    """

    leaving: ClassVar[tuple[type[BaseException], ...]] = (KeyboardInterrupt,)

    def __init__(self, module: ModuleType, cells: tuple[str, ...], limit: int) -> None:
        self.module = module
        self.cells = cells
        self.names: dict[str, str] = {}
        self.notes: list[Raised] = []
        self.unparsed: dict[str, Text] = {}
        self.error: BaseException | None = None
        self._limit = limit
        self._settings = GlobalSettings()

    def begin_check(self, exercise: str, public: bool = False) -> None:  # noqa: ARG002 - part of the protocol
        """Forget what the check before it asked; nobody counts the time here."""
        self.error = None

    def ask_call(
        self, exercise: str, args: tuple[object, ...], kwargs: dict[str, object], stdin: str | None = None
    ) -> Any:
        """Return what the submission's `exercise` gives, or with `stdin` what it prints: a plain value, or `Raised`."""

        def call(own: tuple[object, ...], named: dict[str, object]) -> object:
            function = partial(getattr(self.module, exercise), *own, **named)
            return function() if stdin is None else printed_by(function, stdin)

        return unpack(self._answer(call, (args, kwargs)))

    def ask_program(self, exercise: str, stdin: str) -> Any:  # noqa: ARG002 - part of the protocol
        """Return what the cells print when they are run as a program, or `Raised`."""
        sources = [(text, self.filename(cell)) for cell, text in enumerate(self.cells)]
        return unpack(self._answer(partial(program_output, sources, stdin, os.getcwd()), ()))

    def ask_probe(
        self,
        exercise: str,  # noqa: ARG002 - part of the protocol
        probe: Callable[..., Any],
        args: tuple[object, ...],
        setup: Setup | None = None,
    ) -> Any:
        """Return what `probe` gives next to the submission's code; with a setup, in a copy of this process."""
        if setup is None:
            return unpack(self._answer(partial(defined_by_source(probe), self.module), args))
        reply, raised_there = in_a_copy(partial(self._answer_after, setup, probe, args))
        self.error = RaisedInCopy(raised_there) if raised_there else None
        return unpack(reply)

    def filename(self, cell: int) -> str:
        """Return the file name that tracebacks show for a cell."""
        return f"<cell {cell + 1}>"

    @abstractmethod
    def module_after_setup(self) -> ModuleType:
        """Return the module of the submission in a copy of this process in which a setup has run."""

    @abstractmethod
    def describe(self, error: BaseException) -> Raised:
        """Return an exception of the submission as a reply."""

    @abstractmethod
    def restore_suites(self) -> None:
        """Give the suites their own settings again."""

    def _answer_after(self, setup: Setup, probe: Callable[..., Any], args: tuple[object, ...]) -> tuple[bytes, str]:
        function, given = setup
        with warnings.catch_warnings(action="ignore"):  # what a setup takes away is meant to go
            result = defined_by_source(function)(*given)
        module = self.module_after_setup()
        reply = self._answer(partial(defined_by_source(probe), module, result), args)
        return reply, "".join(traceback.format_exception(self.error)) if self.error else ""

    def _answer(self, function: Callable[..., Any], args: tuple[object, ...]) -> bytes:
        data = pack_arguments(args)
        self._settings.restore()
        self.error = None
        try:
            value = function(*in_default_dtype(unpack(data)))
        except self.leaving:
            raise
        except BaseException as error:
            self.error = error
            value = self.describe(error)
        finally:
            self.restore_suites()
        return pack(value, self._limit)
