"""The global names that a piece of code binds and reads."""

from __future__ import annotations

import ast
import functools
import re
import symtable
from collections.abc import Iterator
from typing import NamedTuple

from autograder.course.parse import parse

COMPREHENSIONS = {"listcomp", "setcomp", "dictcomp", "genexpr"}  # they run at once, though each is a scope


class Names(NamedTuple):
    """The global names that a piece of code binds, and those that it reads before or without binding them."""

    bound: frozenset[str]
    read: frozenset[str]


LINE_END = re.compile(r"\r\n|\r|\n")  # as the parser counts lines
UPDATE = re.compile(r"[-+*/%&|^@<>]=|\bdel\b")  # in each statement that changes a name, and maybe in others
NO_NAMES = Names(frozenset(), frozenset())


@functools.lru_cache(maxsize=256)
def names_of(source: str) -> Names:
    """Return the global names in a cell's source; none if it is not valid Python, for then it does not run."""
    tree = parse(source)
    if tree is None:
        return NO_NAMES
    try:
        found = [(_names_in(text), _updated_names(node, text)) for node, text in statements_of(tree, source)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return NO_NAMES
    bound, at_once, later = set[str](), set[str](), set[str]()
    for (binds, reads, reads_later), updates in found:
        at_once |= (reads | updates) - bound
        later |= reads_later
        bound |= binds
    return Names(frozenset(bound), frozenset(at_once | (later - bound)))


def statements_of(tree: ast.Module, source: str) -> Iterator[tuple[ast.stmt, str]]:
    """Yield each statement with its text: its lines, or what it means where it shares a line with another."""
    lines, ends = LINE_END.split(source), [0, *(node.end_lineno or 0 for node in tree.body)]
    starts = [*map(_first_line, tree.body), len(lines) + 1]
    for index, node in enumerate(tree.body):
        alone = ends[index] < starts[index] and ends[index + 1] < starts[index + 1]
        yield node, "\n".join(lines[starts[index] - 1 : ends[index + 1]]) if alone else ast.unparse(node)


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _names_in(statement: str) -> tuple[set[str], set[str], set[str]]:
    """Return the global names that a statement binds, those it reads, and those its functions read when called."""
    module = symtable.symtable(statement, "<cell>", "exec")
    binds = {symbol.get_name() for symbol in module.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    reads = {symbol.get_name() for symbol in module.get_symbols() if symbol.is_referenced()}
    later, tables = set[str](), [(table, False) for table in module.get_children()]
    while tables:
        table, called = tables.pop()
        called |= table.get_type() == "function" and table.get_name() not in COMPREHENSIONS
        a_class = table.get_type() == "class"  # the body of a class finds a global name until it binds its own
        names = {s.get_name() for s in table.get_symbols() if s.is_global() or (a_class and s.is_referenced())}
        (later if called else reads).update(names)
        binds |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_declared_global()}
        tables += [(child, called) for child in table.get_children()]
    return binds, reads, later


def _updated_names(statement: ast.stmt, text: str) -> set[str]:
    """Return the names that a statement changes, as `x += 1` and `del x` do: it needs what they were before."""
    if not UPDATE.search(text):
        return set()
    nodes = list(ast.walk(statement))
    targets: list[ast.expr] = [node.target for node in nodes if isinstance(node, ast.AugAssign)]
    targets += [target for node in nodes if isinstance(node, ast.Delete) for target in node.targets]
    return {target.id for target in targets if isinstance(target, ast.Name)}
