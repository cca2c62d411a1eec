"""Which names a piece of code reads, as dotted paths such as `numpy.linalg.norm`.

Imports and assignments are followed, and local names hide global ones. Code that can never run (after a `return`, under
`if False`) is left out.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator

from autograder.checks import MAX_PARSED, parse

MAX_PATH_LENGTH = 300  # characters; no path that leads to a function of a library is longer
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
JUMPS = (ast.Return, ast.Raise, ast.Continue, ast.Break)
Names = dict[str, ast.AST | str]  # a dotted path for an import, otherwise the syntax that defines the name


@functools.lru_cache(maxsize=2)  # several exercises of one submission ask for the same
def global_names(cells: tuple[str, ...]) -> Names:
    """Return what each global name of a submission stands for; cells beyond `MAX_PARSED` characters are left out."""
    names: Names = {}
    characters_left = MAX_PARSED
    for cell in cells:
        if len(cell) > characters_left:
            continue
        characters_left -= len(cell)
        tree = parse(cell)
        for node in tree.body if tree else ():
            names.update(_defined(node))
    return names


def read_paths(code: ast.AST | str, names: Names) -> Iterator[str]:
    """Yield the dotted path of every name that `code`, the value of a global name, reads."""
    if isinstance(code, str):
        if len(code) <= MAX_PATH_LENGTH:
            yield code
        return
    local = _local_names(code)
    for node in _reachable(code):
        if isinstance(node, (ast.Name, ast.Attribute)) and (path := _path(node, names, local)):
            yield path


def _defined(node: ast.AST) -> Iterator[tuple[str, ast.AST | str]]:
    if isinstance(node, DEFINITIONS):
        yield node.name, node
    elif isinstance(node, ast.Import):
        for alias in node.names:
            yield (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield from ((alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names)
    elif isinstance(node, ast.Assign):
        yield from ((target.id, node.value) for target in node.targets if isinstance(target, ast.Name))


def _local_names(function: ast.AST) -> Names:
    """Return the local names of a function; a value that cannot be followed, such as a parameter, is an `ast.Pass`."""
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return {}
    local: Names = {}
    for node in ast.walk(function):
        if isinstance(node, ast.arg):
            local[node.arg] = ast.Pass()
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            local.setdefault(node.id, ast.Pass())
        elif node is not function:
            local.update(_defined(node))
    return local


def _path(node: ast.AST | str | None, names: Names, local: Names, depth: int = 8) -> str | None:
    """Return the dotted path that a name or attribute stands for, following imports and at most `depth` assignments.

    A path of more than `MAX_PATH_LENGTH` characters counts as none: to copy it for each use would take long.
    """
    if isinstance(node, str) or depth == 0:
        return _short(node) if isinstance(node, str) else None
    if isinstance(node, ast.Attribute):
        owner = _path(node.value, names, local, depth - 1)
        return _short(f"{owner}.{node.attr}") if owner else None
    if not isinstance(node, ast.Name):
        return None
    value = local.get(node.id, names.get(node.id))
    if isinstance(value, (ast.Name, ast.Attribute, str)):
        return _path(value, names, local, depth - 1)
    return None if node.id in local else _short(node.id)


def _short(path: str) -> str | None:
    return path if len(path) <= MAX_PATH_LENGTH else None


def _reachable(root: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes under `root` that can run, in the order of the text; a loop, so that any depth is possible."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(list(_reachable_children(node)))


def _reachable_children(node: ast.AST) -> Iterator[ast.AST]:
    for field, value in ast.iter_fields(node):
        if field == _dead_branch(node):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child
                if field in ("body", "orelse", "finalbody") and isinstance(child, JUMPS):
                    break


def _dead_branch(node: ast.AST) -> str | None:
    """Return the field of an `if` that never runs because its condition is a constant."""
    if isinstance(node, ast.If) and isinstance(node.test, ast.Constant):
        return "orelse" if node.test.value else "body"
    return None
