"""Mutants of a solution: the file with one small change in the solution region of one exercise, or wrapped."""

from __future__ import annotations

import ast
import difflib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder.course.errors import UsageError
from autograder.course.markers import BEGIN_SOLUTION, END_SOLUTION
from autograder.prove.operators import replacements
from autograder.prove.why import why_slipped, why_wrapped
from autograder.prove.wrapped import CUT, spoiling_source, wrapping_statements

NAME_LENGTH = 6
Slot = tuple[Any, Any, ast.AST]  # a list and an index, or a node and a field, and the node that is there


@dataclass(frozen=True)
class Mutant:
    """A changed solution; `before` and `after` are the changed lines, by which the change is known in every list.

    A mutant that wraps the exercise changes no line; `after` is the statement that is added, and `before` is empty.
    `why` says what it means that it survives.
    """

    source: str
    before: str
    after: str
    exercise: str = ""
    why: str = ""

    @property
    def name(self) -> str:
        """The name by which an author speaks of it, the same wherever the change is the same."""
        change = "\0".join((self.exercise, self.before, self.after))
        return hashlib.sha256(change.encode()).hexdigest()[:NAME_LENGTH]

    @property
    def cuts_graph(self) -> bool:
        """Whether only gradients are wrong, which not every exercise asks for."""
        return not self.before and CUT in self.after

    def changes_result(self, change: str) -> bool:
        """Return whether it wraps the exercise in a function that makes this change to its result."""
        return not self.before and self.after.endswith(f", {change})")

    def diff(self) -> str:
        """Return the change as a diff without headings."""
        before = [f"- {line}" for line in self.before.split("\n")] if self.before else []
        return "\n".join([*before, *(f"+ {line}" for line in self.after.split("\n"))])


def mutants_of(solution: str, exercise: str) -> list[Mutant]:
    """Return every mutant of one exercise, each once: the changed ones, then the wrapped ones.

    Raises `UsageError` where the solution does not define the exercise.
    """
    root = next((node for node in ast.parse(solution).body if getattr(node, "name", None) == exercise), None)
    if root is None:
        raise UsageError(f"The solution does not define {exercise}.")
    return [*_changed_mutants(solution, root), *_wrapped_mutants(solution, root)]


def _wrapped_mutants(solution: str, root: Any) -> Iterator[Mutant]:
    """Yield the solution with each statement that wraps the exercise, as soon as it is defined."""
    lines = solution.splitlines()
    above, below = [*lines[: root.end_lineno], "", "", spoiling_source(), ""], lines[root.end_lineno :]
    for statement in wrapping_statements(root):
        source = "\n".join([*above, statement, *below]) + "\n"
        yield Mutant(source, "", statement, root.name, why_wrapped(statement, root))


def _changed_mutants(solution: str, root: Any) -> Iterator[Mutant]:
    """Yield the solution with each small change; the exercise's code is laid out as `ast.unparse` does."""
    original = ast.unparse(root)
    lines = solution.splitlines()
    above, below = lines[: first_line(root) - 1], lines[root.end_lineno :]
    seen = {original}
    for slip, text in _changed(root, solution_lines(solution)):
        if text not in seen:
            seen.add(text)
            source = "\n".join([*above, text, *below])
            yield Mutant(source, *_changed_lines(original, text), root.name, why_slipped(slip))


def first_line(node: ast.stmt) -> int:
    """Return the number of the line that a statement begins in, decorators included."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def solution_lines(source: str) -> set[int]:
    """Return the numbers of the lines between the markers of the solution regions."""
    lines, inside = set[int](), False
    for number, line in enumerate(source.splitlines(), start=1):
        mark = line.strip()
        if mark in (BEGIN_SOLUTION, END_SOLUTION):
            inside = mark == BEGIN_SOLUTION
        elif inside:
            lines.add(number)
    return lines


def _changed(root: ast.stmt, lines: set[int]) -> Iterator[tuple[str, str]]:
    """Yield the text of the exercise with each replacement in turn, after what the slip is."""
    for owner, key, node in list(_slots(root, lines)):
        for slip, replacement in replacements(node):
            _put(owner, key, replacement)
            yield slip, ast.unparse(root)
        _put(owner, key, node)


def _slots(node: ast.AST, lines: set[int], inside: bool = False) -> Iterator[Slot]:
    """Yield every place of a node in a solution region, or in the defaults of a signature."""
    inside = inside or getattr(node, "lineno", 0) in lines
    for field, value in ast.iter_fields(node):
        places = [(value, i, v) for i, v in enumerate(value)] if isinstance(value, list) else [(node, field, value)]
        for owner, key, child in places:
            if isinstance(child, ast.AST):
                within = inside or field in ("defaults", "kw_defaults")
                if within or getattr(child, "lineno", 0) in lines:
                    yield owner, key, child
                yield from _slots(child, lines, within)


def _put(owner: Any, key: Any, node: ast.AST) -> None:
    if isinstance(owner, list):
        owner[key] = node
    else:
        setattr(owner, key, node)


def _changed_lines(original: str, mutant: str) -> tuple[str, str]:
    old, new = original.split("\n"), mutant.split("\n")
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    blocks = [block for block in matcher.get_opcodes() if block[0] != "equal"]
    (_, start, _, new_start, _), (_, _, end, _, new_end) = blocks[0], blocks[-1]
    return _outdented(old[start:end]), _outdented(new[new_start:new_end])


def _outdented(lines: list[str]) -> str:
    return "\n".join(line.strip() for line in lines)
