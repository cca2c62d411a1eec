"""Making exercises of the answers of a notebook, and the context that they need of its other cells."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Sequence

from autograder.importing.definitions import Definition, has_lines, marked_definition, variable_definition
from autograder.importing.marks import Marked, read_marks
from autograder.importing.model import Answer, Code, Exercise, Material, Piece, Tests, Todo
from autograder.importing.names import binds, needed_statements, reads

NO_PYTHON = "the cell is not valid Python"
NOT_ASKED = "no test asks for it"
TWICE = "`{name}` is assigned in several cells"
Import = ast.Import | ast.ImportFrom


def parsed(source: str) -> list[ast.stmt] | None:
    """Return the statements of a cell, None where it is not valid Python."""
    try:
        return ast.parse(source).body
    except SyntaxError:
        return None


def make_material(pieces: Sequence[Piece], language: str) -> Material:
    """Return the exercises of a notebook and their context.

    A function or class of an answer is an exercise, unless nothing of it is a solution: then it is given. A variable
    of an answer that a test reads is an exercise whose function returns it.
    """
    material = Material()
    asked = _asked(pieces)
    assigned = _assigned(pieces)
    for piece in pieces:
        if isinstance(piece, Code):
            _add_context(material, piece)
        elif isinstance(piece, Answer):
            _add_answer(material, piece, asked, assigned, language)
    return material


def _asked(pieces: Sequence[Piece]) -> frozenset[str]:
    """Return the names that tests read, those inside their functions as well."""
    trees = [parsed(piece.source) or [] for piece in pieces if isinstance(piece, Tests)]
    nodes = [node for tree in trees for statement in tree for node in ast.walk(statement)]
    return frozenset(node.id for node in nodes if isinstance(node, ast.Name))


def _assigned(pieces: Sequence[Piece]) -> Counter[str]:
    """Return in how many cells each name is bound."""
    counts = Counter[str]()
    for piece in pieces:
        if isinstance(piece, (Code, Answer)):
            statements = parsed(read_marks(piece.source).source) or []
            counts.update({name for one in statements for name in binds(one)})
    return counts


def _add_context(material: Material, piece: Code) -> None:
    statements = parsed(piece.source)
    if statements is None:
        material.left_out.append(Todo(piece.cell, 1, piece.source, NO_PYTHON))
    for statement in statements or []:
        if isinstance(statement, Import):
            material.imports.append(statement)
        else:
            material.context.append((piece.cell, statement))


def _add_answer(
    material: Material, piece: Answer, asked: frozenset[str], assigned: Counter[str], language: str
) -> None:
    marked = read_marks(piece.source)
    statements = parsed(marked.source)
    if statements is None:
        material.left_out.append(Todo(piece.cell, 1, piece.source, NO_PYTHON))
        return
    material.imports += [one for one in statements if isinstance(one, Import)]
    for one in statements:
        if isinstance(one, Definition):
            _add_definition(material, piece, one, marked)
    _add_variables(material, piece, statements, asked, assigned, language)


def _add_definition(material: Material, piece: Answer, node: Definition, marked: Marked) -> None:
    if not has_lines(node, marked.solution):
        material.context.append((piece.cell, node))
        return
    source = marked_definition(node, marked.source, marked.solution)
    material.exercises[node.name] = Exercise(node.name, source, piece.cell, isinstance(node, ast.ClassDef))


def _add_variables(
    material: Material,
    piece: Answer,
    statements: Sequence[ast.stmt],
    asked: frozenset[str],
    assigned: Counter[str],
    language: str,
) -> None:
    plain = [one for one in statements if not isinstance(one, (Definition, Import))]
    used = set[int]()
    for name in sorted({name for one in plain for name in binds(one)} & asked, key=_order(plain)):
        if assigned[name] > 1:
            material.left_out.append(Todo(piece.cell, 1, name, TWICE.format(name=name)))
            continue
        needed = needed_statements(plain, [name])
        used |= set(map(id, needed))
        called = [call_variables(one, material.variables) for one in needed]
        material.exercises[name] = Exercise(
            name, variable_definition(name, called, language), piece.cell, is_variable=True
        )
    material.left_out += [
        Todo(piece.cell, one.lineno, ast.unparse(one), NOT_ASKED) for one in plain if id(one) not in used
    ]


def _order(statements: Sequence[ast.stmt]) -> object:
    places = {name: index for index, one in reversed([*enumerate(statements)]) for name in binds(one)}
    return lambda name: places[name]


def call_variables(statement: ast.stmt, variables: frozenset[str]) -> ast.stmt:
    """Return a statement that calls the functions of exercises that were variables; it keeps its line."""
    if not reads(statement) & variables:
        return statement
    copied = _Calls(variables - binds(statement)).visit(ast.parse(ast.unparse(statement)).body[0])
    for node in ast.walk(copied):
        if isinstance(node, (ast.stmt, ast.expr)):
            ast.copy_location(node, statement)
    return copied  # type: ignore[no-any-return]


class _Calls(ast.NodeTransformer):
    def __init__(self, variables: frozenset[str]) -> None:
        self._variables = variables

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self._variables and isinstance(node.ctx, ast.Load):
            return ast.Call(node, [], [])
        return node


def needed_context(material: Material) -> list[tuple[int, ast.stmt]]:
    """Return the statements of the context that the exercises need, in order, with their cells."""
    wanted = {name for one in material.exercises.values() for name in reads(ast.parse(one.source))}
    needed = set(map(id, needed_statements([one for _, one in material.context], wanted)))
    kept = [(cell, one) for cell, one in material.context if id(one) in needed]
    return [(cell, call_variables(one, material.variables)) for cell, one in kept]
