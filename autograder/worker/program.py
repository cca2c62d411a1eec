"""Running a submission: its top-level statements one after the other, even where some of them fail."""

from __future__ import annotations
import __future__

import ast
import linecache
import mmap
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import CodeType, ModuleType
from typing import Any

from .shared.stubs import is_stub
from .shared.values import UNFINISHED, Raised, raised

RESERVE_BYTES = 16 << 20  # freed when a statement takes all memory, so that the functions can still be called
NoteProgress = Callable[[int, int], None]


@dataclass
class Program:
    """A submission inside its worker.

    `cells` holds one source for a `.py` file and one per code cell for a notebook; `skip` lists statements
    (cell, index) at which an earlier worker was lost. A statement that fails ends its notebook cell, unless
    `continue_after_error` is set.
    """

    name: str
    notebook: bool
    cells: list[str]
    skip: set[tuple[int, int]]
    continue_after_error: bool = False
    module: ModuleType = field(init=False)
    folder: str = field(init=False)
    parsed: int = 0
    stubs: dict[str, tuple[Any, dict[str, Any]]] = field(default_factory=dict)
    notes: list[Raised] = field(default_factory=list)
    reserve: mmap.mmap | None = None

    def __post_init__(self) -> None:
        self.folder = os.getcwd()  # its name is drawn for each worker, and means nothing to a student
        self.module = ModuleType("__main__" if self.notebook else self.name)
        sys.modules[self.module.__name__] = self.module
        if not self.notebook:
            self.module.__file__ = self.filename(0)

    def filename(self, cell: int) -> str:
        """Return the file name that tracebacks show for a cell: the path of a `.py` file, or `<cell 1>` and so on."""
        return f"<cell {cell + 1}>" if self.notebook else os.path.join(self.folder, f"{self.name}.py")

    def describe(self, error: BaseException) -> Raised:
        """Describe an exception, with the innermost place in the submission that it passed through."""
        places = {self.filename(cell): cell for cell in range(len(self.cells))}
        cell, line = None, None
        if isinstance(error, SyntaxError) and error.filename in places:
            cell, line = places[error.filename], error.lineno
        for frame, number in traceback.walk_tb(error.__traceback__):
            if frame.f_code.co_filename in places:
                cell, line = places[frame.f_code.co_filename], number
        place = cell + 1 if self.notebook and cell is not None else None
        return raised(error, place, line, hidden=f"{self.folder}{os.sep}")

    def run(self, note_progress: NoteProgress) -> None:
        """Run every statement in order, and tell `note_progress` before each; add a note for each that fails."""
        self.reserve = mmap.mmap(-1, RESERVE_BYTES, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)  # it stays untouched
        for cell in range(len(self.cells)):
            try:
                statements = list(self._statements(cell))
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                self.notes.append(self.describe(error))
                continue
            self.parsed += 1
            for index, (node, code) in enumerate(statements):
                note_progress(cell, index)
                if not self._run_statement(cell, index, node, code) and self.notebook and not self.continue_after_error:
                    break

    def _statements(self, cell: int) -> Iterator[tuple[ast.stmt, CodeType]]:
        source, filename, flags = self.cells[cell], self.filename(cell), 0
        linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
        for node in ast.parse(source, filename).body:
            if isinstance(node, ast.ImportFrom) and node.module == "__future__":
                for alias in node.names:
                    flags |= getattr(__future__, alias.name).compiler_flag
            yield node, compile(ast.Module([node], []), filename, "exec", flags, dont_inherit=True)

    def _run_statement(self, cell: int, index: int, node: ast.stmt, code: CodeType) -> bool:
        if (cell, index) in self.skip:
            self.notes.append(Raised((), UNFINISHED, "", cell + 1 if self.notebook else None, node.lineno))
            return False
        try:
            exec(code, self.module.__dict__)
        except BaseException as error:
            if isinstance(error, MemoryError) and self.reserve is not None:
                self.reserve.close()
                self.reserve = None
            self.notes.append(self.describe(error))
            return False
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and is_stub(node):
            defined = vars(self.module).get(node.name)
            if not self._inherits_from_the_submission(defined):
                self.stubs[node.name] = defined, methods_of(defined)
        return True

    def _inherits_from_the_submission(self, defined: Any) -> bool:
        """Tell whether a class has its methods from another class of the submission, so that an empty body is right."""
        bases = type.mro(defined)[1:] if isinstance(defined, type) else []
        return any(base.__module__ == self.module.__name__ for base in bases)

    def names(self) -> dict[str, str]:
        """Return what the submission's public names are: `stub`, `callable`, or the name of a type."""
        return {name: self._kind(name, value) for name, value in list(vars(self.module).items()) if name[:1] != "_"}

    def _kind(self, name: str, value: Any) -> str:
        if name in self.stubs:
            defined, methods = self.stubs[name]
            if value is defined and methods_of(value) == methods:  # a class may get its methods later
                return "stub"
        if isinstance(value, ModuleType):
            return "module"
        return "callable" if callable(value) else type(value).__name__


def methods_of(defined: Any) -> dict[str, Any]:
    """Return the methods that stand in a class itself; those of anything else count as none."""
    return (
        {name: value for name, value in vars(defined).items() if callable(value)} if isinstance(defined, type) else {}
    )
