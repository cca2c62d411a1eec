"""Loading a submission into this process, statement by statement, as a worker does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from autograder.in_process.copy import LEAVING
from autograder.in_process.debugger import breakpoints_at_terminal
from autograder.in_process.quiet import quiet
from autograder.in_process.submission import InProcess
from autograder.in_process.surroundings import (
    in_own_folder,
    module_put_back,
    with_names_of_notebooks,
)
from autograder.submissions.read import Submission
from autograder.worker.global_settings import GlobalSettings
from autograder.worker.program import Program
from autograder.worker.serve import run_code, write_files
from autograder.worker.shared.values import Raised
from autograder.worker.shared.whole_program import forget_modules
from autograder.workers.probes import compiled


@dataclass
class ProgramHere(Program):
    """A program that keeps in `errors` what its statements raised; tracebacks show `path` for a `.py` file."""

    path: str = ""
    errors: list[BaseException] = field(default_factory=list)

    def filename(self, cell: int) -> str:
        """Return the file name that tracebacks show for a cell."""
        return super().filename(cell) if self.notebook else self.path

    def describe(self, error: BaseException) -> Raised:
        """Describe an exception; what ends the run is none of the submission's."""
        if isinstance(error, LEAVING):
            raise error
        self.errors.append(error)
        return super().describe(error)


class LoadedHere(InProcess):
    """A submission that runs in this process; `errors` holds what its statements raised while it was loaded."""

    leaving = LEAVING

    def __init__(
        self, submission: Submission, path: str, given: dict[str, str], limit: int, suites: GlobalSettings
    ) -> None:
        """Run the statements of a submission in the current folder; see `loaded_here`."""
        self._suites = suites
        self._folder = os.getcwd()
        self._submission = submission
        self._path = path
        self._given = given
        self._program = self._run(continue_after_error=False)
        self.errors = tuple(self._program.errors)
        super().__init__(self._program.module, submission.cells, limit)
        self.names = self._program.names()
        self.notes = self._program.notes
        self.unparsed = submission.unparsed
        self.restore_suites()

    @property
    def parsed(self) -> bool:
        """Whether a cell of the submission could be run at all."""
        return self._program.parsed > 0

    def ask_call(
        self, exercise: str, args: tuple[object, ...], kwargs: dict[str, object], stdin: str | None = None
    ) -> Any:
        """Return what `exercise` gives, or with `stdin` what it prints; a breakpoint stops in either case."""
        with nullcontext() if stdin is None else breakpoints_at_terminal():
            return super().ask_call(exercise, args, kwargs, stdin)

    def ask_program(self, exercise: str, stdin: str) -> Any:
        """Return what the submission prints when it is run as a program; a breakpoint stops in it."""
        with breakpoints_at_terminal():
            return super().ask_program(exercise, stdin)

    def filename(self, cell: int) -> str:
        """Return the file name that tracebacks show for a cell."""
        return self._program.filename(cell)

    def module_after_setup(self) -> ModuleType:
        """Load the submission once more, for the setup counts for its imports too; what it prints is shown already."""
        os.chdir(self._folder)
        forget_modules(self._folder)
        with quiet():
            self._program = self._run(continue_after_error=True)
        return self._program.module

    def describe(self, error: BaseException) -> Raised:
        """Return an exception with its place in the submission."""
        return self._program.describe(error)

    def restore_suites(self) -> None:
        """Make every global setting what it was before the submission was loaded."""
        self._suites.restore()

    def _run(self, continue_after_error: bool) -> ProgramHere:
        one = self._submission
        program = ProgramHere(
            one.assignment, one.notebook, list(one.cells), set(), continue_after_error, path=self._path
        )
        vars(program.module).update({name: run_code(compiled(source))[name] for name, source in self._given.items()})
        program.run(lambda _cell, _index: None)
        return program


@contextmanager
def loaded_here(submission: Submission, path: str, given: dict[str, str], limit: int) -> Iterator[LoadedHere]:
    """Lend a submission that is loaded into this process, in a folder of its own with its files.

    Tracebacks show `path` for a `.py` file. `given` has the source of functions that it finds there, and a value of
    more than `limit` bytes is only named.
    """
    name = "__main__" if submission.notebook else submission.assignment
    suites = GlobalSettings()
    with in_own_folder(suites), with_names_of_notebooks(submission.notebook), module_put_back(name):
        write_files(submission.course_files | submission.files)
        yield LoadedHere(submission, path, given, limit, suites)
