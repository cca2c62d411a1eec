"""A warning where the text of an answer names something ready-made that the exercise asks students to write.

Only what stands in the text is seen: names of libraries by their dotted path, and names of the stub. The
cases of an assignment say what is forbidden in which exercise.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from types import FunctionType, ModuleType

from . import messages
from .messages import fill
from .model import Text

LIBRARIES = {"torch", "numpy", "scipy", "pandas", "sklearn"} | (sys.stdlib_module_names - {"builtins"})


def warning(exercise: str, names: Mapping[str, object], forbidden: Sequence[str], others: Sequence[str]) -> Text | None:
    """Return a warning where the code of an exercise names something forbidden, None where nothing is seen.

    `forbidden` are regular expressions for dotted paths such as `torch.nn.functional.relu`. Functions of
    the student that the code calls are read too, but not the other exercises, `others`.
    """
    waiting, seen = [exercise], set(others)
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for path in _paths(names.get(name), names):
            if any(re.fullmatch(pattern, path) for pattern in forbidden):
                return fill(messages.READY_MADE, name=path)
            waiting.append(path)
    return None


def _paths(thing: object, names: Mapping[str, object]) -> Iterator[str]:
    """Yield the dotted path of each global name that a student's function or class reads, and of its base classes."""
    if isinstance(thing, type):
        yield from (f"{base.__module__}.{base.__name__}" for base in thing.__mro__[1:])
    for function in _functions(thing):
        try:
            tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
        except (OSError, TypeError, SyntaxError):
            continue
        imported = dict(_imports(tree))
        for node in ast.walk(tree):
            if isinstance(node, (ast.Name, ast.Attribute)):
                root, *attributes = _dotted(node)
                yield ".".join([imported.get(root) or _home(root, names), *attributes])


def _functions(thing: object) -> list[FunctionType]:
    """Return a function, or the functions of a class; Python finds the text of these in notebooks too."""
    parts = vars(thing).values() if isinstance(thing, type) else (thing,)
    return [part for part in parts if isinstance(part, FunctionType)]


def _imports(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((one.asname, one.name) for one in node.names if one.asname)
        elif isinstance(node, ast.ImportFrom):
            yield from ((one.asname or one.name, f"{node.module}.{one.name}") for one in node.names)


def _dotted(node: ast.expr) -> list[str]:
    """Return the names of `a.b.c`, and an empty first one where it begins with something else than a name."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.insert(0, node.attr)
        node = node.value
    return [node.id if isinstance(node, ast.Name) else "", *names]


def _home(name: str, names: Mapping[str, object]) -> str:
    """Return where a global name comes from: a module's own name, a library's path, or the name itself."""
    thing = names.get(name)
    if isinstance(thing, ModuleType):
        return thing.__name__
    module = getattr(thing, "__module__", None)
    library = isinstance(module, str) and module.partition(".")[0] in LIBRARIES
    return f"{module}.{getattr(thing, '__name__', name)}" if library else name
