"""Reading and running a student's file: what does not run is told, and the rest runs all the same."""

from __future__ import annotations

import ast
import linecache
import sys
import traceback
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from .. import libraries
from ..errors.explain import explain
from ..errors.of_error import explain_error
from ..messages import fill
from ..model import Text
from ..report.report import Problem
from ..student_error import error_text
from . import student_text
from .reading import Unreadable, text_of
from .student_text import Unit

SYNTAX = Text("{where}有语法错误，其余照常检查", "{where} has a syntax error; the rest is checked all the same")
UNREADABLE = Text("{name} 读不了，各题都没有检查", "{name} cannot be read, so nothing was checked")
FAILED = Text("{where}运行时出错，其余照常检查", "{where} fails when it runs; the rest is checked all the same")
LINE = Text("{name} 第 {line} 行", "Line {line} of {name}")
DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)


class Loaded(NamedTuple):
    """The names that a student's file defines, and what of it did not run."""

    names: dict[str, object]
    problems: tuple[Problem, ...]


def unreadable(path: Path, error: Unreadable) -> Problem:
    """Return what to tell of a file that cannot be read."""
    return Problem(fill(UNREADABLE, name=path.name), error.text)


def leave_out_checks() -> None:
    """Let `check(…)` in a student's file do nothing: the file is checked itself, and that would never end."""
    package = sys.modules[(__package__ or "").rpartition(".")[0]]
    vars(package)["check"] = lambda _thing: None


def prepare(path: Path) -> None:
    """Import what is slow and what a file will use, before the time of its exercises begins."""
    with suppress(Unreadable):
        libraries.import_for(text_of(path))


def load(path: Path) -> Loaded:
    """Run the top-level statements of a `.py` file or of the cells of a notebook, each in spite of the others.

    Raises `Unreadable` where there is no code to be run.
    """
    units = student_text.read(path)
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    sys.modules[path.stem] = module
    sys.path.insert(0, str(path.parent))
    problems = [problem for unit in units for problem in run(unit, module.__dict__)]
    return Loaded(module.__dict__, tuple(problems))


def run(unit: Unit, names: dict[str, object]) -> Iterator[Problem]:
    """Run one text in a namespace, and yield what of it does not run."""
    linecache.cache[unit.file] = (len(unit.text), None, unit.text.splitlines(keepends=True), unit.file)
    tree, errors = _parse(unit)
    yield from (_syntax(unit, error, names_lost) for error, names_lost in errors)
    future = annotations.compiler_flag if "import annotations" in unit.text else 0
    for node in tree.body:
        if unit.only_definitions and not isinstance(node, DEFINITIONS):
            continue
        try:
            exec(compile(ast.Module([node], []), unit.file, "exec", flags=future, dont_inherit=True), names)
        except (Exception, SystemExit) as error:
            if not (unit.only_definitions and isinstance(node, ast.Assign)):  # a demonstration of the lesson
                yield _failed(unit, error)


def _parse(unit: Unit) -> tuple[ast.Module, list[tuple[SyntaxError, tuple[str, ...]]]]:
    """Return the statements of a text without its top-level blocks that have a syntax error.

    Each error comes with the names that its block would have defined. Where the block that an error is about is left
    out already, nothing else is run.
    """
    lines, errors = unit.text.splitlines(), list[tuple[SyntaxError, tuple[str, ...]]]()
    while any(lines):
        try:
            return _compilable("\n".join(lines) + "\n", unit), errors
        except SyntaxError as error:
            block = student_text.block(lines, student_text.blamed(error))
            blamed = lines[block.start : block.stop]
            errors.append((error, student_text.names_in(blamed if any(blamed) else lines)))
            if not any(blamed):
                break
            lines[block.start : block.stop] = [""] * len(block)
    return ast.Module([], []), errors


def _compilable(text: str, unit: Unit) -> ast.Module:
    """Return the statements of a text; raise `SyntaxError` also where only compiling finds that they are wrong."""
    tree = ast.parse(text)
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if unit.only_definitions else 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they come when the statements are compiled to be run
        compile(tree, unit.file, "exec", flags=flags, dont_inherit=True)
    return tree


def _syntax(unit: Unit, error: SyntaxError, names: tuple[str, ...]) -> Problem:
    line = student_text.blamed(error)
    source = student_text.line_at(unit, line)
    where = fill(SYNTAX, where=fill(LINE, name=unit.name, line=line))
    message = str(error.msg)
    found = student_text.full_width(source, error) or student_text.tab(source, error)
    explained = found or explain(type(error).__name__, message)
    column = (error.offset or 1) - 1 if line == error.lineno else None
    return Problem(where, Text(message, message), explained, line, source, column, names)


def _failed(unit: Unit, error: BaseException) -> Problem:
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == unit.file]
    line = lines[-1] if lines else 1
    where = fill(FAILED, where=fill(LINE, name=unit.name, line=line))
    text = error_text(error)
    explained = explain_error(error)
    return Problem(where, Text(text, text), explained, line, student_text.line_at(unit, line))
