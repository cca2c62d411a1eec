"""All files that a notebook becomes in a course, and what is left for its author."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST
from autograder.course.manifest import Course
from autograder.course.text import Language
from autograder.importing.answers import make_material, needed_context
from autograder.importing.definitions import Definition
from autograder.importing.lesson import lesson_code, lesson_text
from autograder.importing.manifest_text import assignment_text
from autograder.importing.model import Material, Piece, Tests, Todo, Written
from autograder.importing.names import binds, reads
from autograder.importing.points import worth_of
from autograder.importing.public_cases import cases_text
from autograder.importing.runnable import context_with_reasons
from autograder.importing.suite import MARK, suite_text
from autograder.importing.translate import translate
from autograder.importing.units import Check
from autograder.scaffold.render import render
from autograder.scaffold.wording import both, words_for

NO_EXERCISE = "{name}: no answer of it defines a function, a class or a variable that a test asks for."


@dataclass(frozen=True)
class Imported:
    """The new files of an assignment, its tables in the manifest, and how its tests were translated."""

    name: str
    files: dict[Path, str]
    tables: str
    exercises: tuple[str, ...]
    checks: tuple[Check, ...]
    left_out: tuple[Todo, ...]

    @property
    def tests(self) -> int:
        """The number of statements of the notebook that test something."""
        return sum(check.weight for check in self.checks)

    @property
    def todos(self) -> list[Todo]:
        """What is not translated, in the order of the notebook."""
        return sorted((todo for check in self.checks for todo, _ in check.todos), key=lambda one: (one.cell, one.line))

    @property
    def translated(self) -> int:
        """The number of statements that became part of a check."""
        return self.tests - sum(weight for check in self.checks for _, weight in check.todos)


def make_files(pieces: Sequence[Piece], name: str, course: Course, language: Language) -> Imported:
    """Return what a notebook becomes in a course; raise `UsageError` where it has no exercise."""
    material = make_material(pieces, language)
    if not material.exercises:
        raise UsageError(NO_EXERCISE.format(name=name))
    checks = _checks(pieces, material)
    worth = {one: worth_of(one, checks) for one in material.exercises}
    given = [one.name for _, one in needed_context(material) if isinstance(one, Definition)]
    written = {piece.name: piece.points for piece in pieces if isinstance(piece, Written)}
    points = {one: shares.total for one, shares in worth.items()}
    files = {
        course.solution(name): solution_text(name, material, course.languages),
        course.lesson_code(name): lesson_code(pieces, material, given),
        course.public_cases(name): cases_text(list(material.exercises), checks, course.languages),
        course.public_tests(name): render("assignment/public_tests.py", **words_for(course.languages), name=name),
    }
    for shown in course.languages:
        files[course.lesson(name, shown)] = _lesson(pieces, name, material, given, translated=shown == language)
    for one in material.exercises:
        own = [check for check in checks if check.exercise == one]
        suite = course.suites / name / f"test_{one}.py"
        files[suite] = suite_text(one, own, worth[one].checks, worth[one].todo, material, course.languages)
    tables = assignment_text(name, name, course.languages, given, points, written)
    return Imported(name, files, tables, tuple(material.exercises), tuple(checks), tuple(material.left_out))


def _checks(pieces: Sequence[Piece], material: Material) -> list[Check]:
    found: list[Check] = []
    for piece in pieces:
        if isinstance(piece, Tests):
            before = [one.name for one in material.exercises.values() if one.cell < piece.cell]
            found += translate(piece, material, (before or list(material.exercises))[-1])
    return found


def solution_text(name: str, material: Material, languages: Sequence[Language]) -> str:
    """Return the solution of an assignment: imports, what the exercises need of the context, and the exercises.

    A statement that cannot run outside the notebook stands there as a comment.
    """
    context = list(_context_texts(material))
    exercises = [(one.cell, one.source) for one in material.exercises.values()]
    body = [text for _, text in sorted([*context, *exercises], key=lambda pair: pair[0])]
    used = reads(ast.parse("\n".join(body)))
    imports = sorted({ast.unparse(one) for one in material.imports if binds(one) & used})
    said = both(languages, f"{name} 的代码。", f"The code of {name}.")  # students read it in the stub
    parts = [f'"""{said}"""', *(["\n".join(imports)] if imports else []), *body]
    return "\n\n\n".join(parts) + "\n"


def _context_texts(material: Material) -> Iterator[tuple[int, str]]:
    """Yield the context of the exercises; what cannot run elsewhere is a comment, and so is what needs it."""
    for cell, one, reason in context_with_reasons(material):
        text = ast.unparse(one)
        if reason:
            lines = "\n".join(f"#     {line}" for line in text.splitlines())
            text = f"# {MARK}: {reason}\n{lines}"
        yield cell, text


def _lesson(pieces: Sequence[Piece], name: str, material: Material, given: Sequence[str], *, translated: bool) -> str:
    text = lesson_text(pieces, name, material, given)
    return text if translated else f"{text}\n<!-- {MARK} {name}: translate this lesson -->\n"


def require_new(imported: Imported, course: Course) -> None:
    """Raise `UsageError` where a file is already there, or a name already stands in the course."""
    if imported.name in course.assignments:
        raise UsageError(
            f"{course.root / MANIFEST} has an assignment {imported.name}; choose another with --assignment."
        )
    if there := [path for path in imported.files if path.exists()]:
        raise UsageError(f"{there[0]} is already there; nothing was written.")
    known = {one.name: other.name for other in course.assignments.values() for one in other.exercises}
    if taken := [name for name in imported.exercises if name in known]:
        raise UsageError(f"{known[taken[0]]} has an exercise {taken[0]} already; rename it in the notebook.")
