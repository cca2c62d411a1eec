"""Finding names in probes that mean nothing in a worker, where the source of a probe is all that arrives."""

from __future__ import annotations

import ast
import builtins
import dis
import functools
import inspect
import os
import sys
import textwrap
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from autograder.course.errors import GraderError
from autograder.worker.shared.given_names import GIVEN_NAMES

UNKNOWN = (
    "{place}: the probe {probe} uses {name}, which is not there in a worker, because only the source of a probe "
    "travels. Give it as an argument, or import it inside the probe."
)
ASKING = ("run", "run_once")  # the methods of `student` and `reference` that take a probe


def require_known_names(tests: Iterable[ModuleType], suites: Path, libraries: Sequence[str]) -> None:
    """Raise `GraderError` for the first probe in `tests`, or a helper in `suites`, with a name that a worker lacks."""
    roots = {library.partition(".")[0] for library in libraries}
    given = {name for library, names in GIVEN_NAMES.items() if library in roots for name in names}
    for module in dict.fromkeys((*tests, *_modules_in(suites))):
        for probe in probes_in(module):
            for name, line in unknown_names(probe, given):
                place = f"{os.path.relpath(inspect.getfile(probe), suites)}, line {line}"
                raise GraderError(UNKNOWN.format(place=place, probe=probe.__name__, name=name))


def _modules_in(folder: Path) -> list[ModuleType]:
    files = ((module, getattr(module, "__file__", None)) for module in list(sys.modules.values()))
    return [module for module, file in files if file and Path(file).is_relative_to(folder)]


def unknown_names(probe: FunctionType, given: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield the names that neither a probe nor a worker defines, each with its line in the file."""
    for name, line in (*_global_names(probe.__code__), *_names_in_defaults(probe)):
        if name not in given and not hasattr(builtins, name):
            yield name, line


def probes_in(module: ModuleType) -> Iterator[FunctionType]:
    """Yield the functions that a module gives to `run` and `run_once`, and as `setup`, by their names."""
    for name in _names_of_probes(Path(str(module.__file__)).read_text(encoding="utf-8")):
        if isinstance(function := getattr(module, name, None), FunctionType):
            yield function


@functools.lru_cache(maxsize=256)  # a proof reads the helpers of all suites again for each exercise
def _names_of_probes(source: str) -> tuple[str, ...]:
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    asking = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in ASKING]
    return tuple(dict.fromkeys(name for call in asking for name in _functions_named_in(call)))


def _functions_named_in(call: ast.Call) -> Iterator[str]:
    setups = [word.value for word in call.keywords if word.arg == "setup"]
    first_parts = [one.elts[0] for one in setups if isinstance(one, ast.Tuple) and one.elts]
    yield from (node.id for node in [*call.args[:1], *first_parts] if isinstance(node, ast.Name))


def _global_names(code: CodeType) -> Iterator[tuple[str, int]]:
    for step in dis.get_instructions(code):
        if step.opname == "LOAD_GLOBAL":
            line = step.positions.lineno if step.positions else None
            yield step.argval, line or code.co_firstlineno
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _global_names(constant)


def _names_in_defaults(probe: FunctionType) -> Iterator[tuple[str, int]]:
    (function,) = ast.parse(textwrap.dedent(inspect.getsource(probe))).body
    assert isinstance(function, ast.FunctionDef)
    defaults = [*function.args.defaults, *filter(None, function.args.kw_defaults), *function.decorator_list]
    for node in (part for default in defaults for part in ast.walk(default)):
        if isinstance(node, ast.Name):
            yield node.id, probe.__code__.co_firstlineno + node.lineno - 1
