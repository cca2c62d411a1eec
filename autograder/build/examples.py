"""The public tests of an assignment in the form a notebook needs: helpers, and the examples of each exercise."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.build.python import Definition, imports_of, text_of
from autograder.course.errors import UsageError
from autograder.course.manifest import Assignment

PASSED = 'print("公开示例全部通过。 / The public examples pass.")'


@dataclass(frozen=True)
class Examples:
    """What a notebook takes from a public test file; `cells` has the source of the examples by exercise."""

    imports: list[str]
    helpers: str
    cells: dict[str, str]


def read_examples(source: str, assignment: Assignment, name: str) -> Examples:
    """Return the imports, helpers and examples in the source of a public test file; `name` is the file's name.

    `test_NAME` and `test_NAME_anything` belong to the exercise NAME, in upper or lower case. Where the file has
    `module.NAME`, or `alias.NAME`, the notebook has NAME. Raises `UsageError` for a test that belongs to no exercise
    and for an exercise without a test.
    """
    exercises = [exercise.name for exercise in assignment.exercises]
    source = _without_module(source, assignment.name, [*exercises, *assignment.given])
    constants, definitions, tests = list[str](), list[str](), dict[str, dict[str, str]]()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            exercise = _exercise_of(node.name, exercises, name)
            tests.setdefault(exercise, {})[node.name] = text_of(node, source)
        elif isinstance(node, Definition):
            definitions.append(text_of(node, source))
        elif isinstance(node, ast.Assign):
            constants.append(text_of(node, source))
    if missing := [exercise for exercise in exercises if exercise not in tests]:
        raise UsageError(f"{name} has no test of {', '.join(missing)}. Write a function test_{missing[0]}.")
    imports = [line for line in imports_of(source) if line.split()[1] != assignment.name]
    helpers = "\n\n\n".join(filter(None, ["\n".join(constants), *definitions]))
    return Examples(imports, helpers, {exercise: _cell(tests[exercise]) for exercise in exercises})


def _without_module(source: str, module: str, names: Sequence[str]) -> str:
    """Replace `module.f` by `f`, because a notebook has the student's names in its own namespace."""
    modules = [module, *re.findall(rf"^import {module} as (\w+)$", source, re.MULTILINE)]
    return re.sub(rf"\b(?:{'|'.join(modules)})\.(?=(?:{'|'.join(names)})\b)", "", source)


def _exercise_of(test: str, exercises: Sequence[str], name: str) -> str:
    """Return the exercise with the longest name that the test's name begins with."""
    rest = test.removeprefix("test_").lower() + "_"
    matches = [exercise for exercise in exercises if rest.startswith(f"{exercise.lower()}_")]
    if not matches:
        raise UsageError(f"{name}: {test} belongs to no exercise. Name it test_EXERCISE or test_EXERCISE_something.")
    return max(matches, key=len)


def _cell(tests: dict[str, str]) -> str:
    calls = "\n".join([*(f"{test}()" for test in tests), PASSED])
    return "\n\n\n".join([*tests.values(), calls])
