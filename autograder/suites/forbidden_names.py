"""A search of a submission's text: does the code of an exercise, or code it reaches, name something ready-made?

Names are followed through imports, assignments and the submission's own functions and classes; local names hide
global ones, and code that can never run (after a `return`, under `if False`) is left out. What text cannot
tell (a name put together at run time, say) is for the run-time half of the rule.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator, Sequence

CONVOLUTION = re.compile(
    r"torch\.(\w+\.)*(nn\.grad\.\w+|\w*?(?<![a-zA-Z])_?(Lazy)?(conv|Conv)(\dd|Transpose\dd|_transpose\dd|_tbc|_depthwise\dd|olution\w*))"
    r"|numpy\.(convolve|correlate)|scipy\.(signal|ndimage)(\.\w+)*"
)
LONGEST_SEARCHED = 1_000_000  # characters; the syntax tree of more would fill the grader's memory
UNFOLD = re.compile(r"torch\.nn\.(\w+\.)*(unfold|Unfold)|torch\.(\w+\.)*im2col")
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
Names = dict[str, ast.AST | str]
ENDS = (ast.Return, ast.Raise, ast.Continue, ast.Break)


def find_forbidden_name(
    cells: Sequence[str], exercise: str, unfold: bool, given: Sequence[str], judged_elsewhere: Sequence[str] = ()
) -> str | None:
    """Return the full name of the first forbidden thing that the code of `exercise` reaches, or None.

    Names in `judged_elsewhere` are not followed.
    """
    names = _global_names(tuple(cells))
    waiting, seen = [exercise], set(judged_elsewhere)
    while waiting:
        name = waiting.pop()
        if name in seen or name not in names:
            continue
        seen.add(name)
        for path in _paths(names[name], names):
            if CONVOLUTION.fullmatch(path) or (unfold and UNFOLD.fullmatch(path)) or path in given:
                return path
            waiting.append(path.partition(".")[0])
    return None


@functools.lru_cache(maxsize=2)  # several exercises of one submission ask for the same
def _global_names(cells: tuple[str, ...]) -> Names:
    """Return what each global name stands for: a dotted path for an import, else the syntax that defines it."""
    names: Names = {}
    for cell in cells:
        if len(cell) > LONGEST_SEARCHED:
            continue
        try:
            tree = ast.parse(cell)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        for node in tree.body:
            names.update(_defined(node))
    return names


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


def _paths(root: ast.AST | str, names: Names) -> Iterator[str]:
    """Yield the dotted path of every name that the code under `root` reads."""
    if isinstance(root, str):
        yield root
        return
    local = _local_names(root)
    for node in _living(root):
        if isinstance(node, (ast.Name, ast.Attribute)) and (path := _path(node, names, local)):
            yield path


def _local_names(root: ast.AST) -> Names:
    """Return the names that are local under `root`; a parameter stands for nothing that could be followed."""
    if not isinstance(root, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return {}
    local: Names = {}
    for node in ast.walk(root):
        if isinstance(node, ast.arg):
            local[node.arg] = ast.Pass()
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            local.setdefault(node.id, ast.Pass())
        elif node is not root:
            local.update(_defined(node))
    return local


def _path(node: ast.AST | str | None, names: Names, local: Names, depth: int = 8) -> str | None:
    """Return the dotted path a name or attribute stands for, its imports and assignments followed."""
    if isinstance(node, str) or depth == 0:
        return node if isinstance(node, str) else None
    if isinstance(node, ast.Attribute):
        owner = _path(node.value, names, local, depth - 1)
        return f"{owner}.{node.attr}" if owner else None
    if not isinstance(node, ast.Name):
        return None
    value = local.get(node.id, names.get(node.id))
    if isinstance(value, (ast.Name, ast.Attribute, str)):
        return _path(value, names, local, depth - 1)
    return None if node.id in local else node.id


def _living(root: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes under `root` that can run, in the order of the text, however deep they are."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(list(_living_children(node)))


def _living_children(node: ast.AST) -> Iterator[ast.AST]:
    for field, value in ast.iter_fields(node):
        if (
            isinstance(node, ast.If)
            and isinstance(node.test, ast.Constant)
            and field == ("orelse" if node.test.value else "body")
        ):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child
                if field in ("body", "orelse", "finalbody") and isinstance(child, ENDS):
                    break
