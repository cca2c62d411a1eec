"""Writing the public cases of an imported notebook: what its visible tests ask with plain values."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from autograder.course.text import Language
from autograder.importing.suite import MARK
from autograder.importing.units import Check
from autograder.scaffold.wording import both, text

HEAD = '''"""{said}"""

from check.asking import call
from check.model import {names}

CASES = (
'''
VALUE = """    Case(
        {name!r},
        {title},
        call({args}),
        {expected},
    ),
"""
PLACEHOLDER = """    # {mark} {name}: a case that asks for values
    Case({name!r}, {title}, lambda student: callable(student.{name}), True),
"""


def cases_text(exercises: Sequence[str], checks: Sequence[Check], languages: Sequence[Language]) -> str:
    """Return the file of public cases; an exercise without a visible test of plain values gets a case to be written."""
    blocks, unwritten = [], text(languages, "可以调用", "it can be called")
    for name in exercises:
        own = [line for check in checks if check.exercise == name and not check.hidden for line in check.lines]
        cases = [block for line in own if (block := _case(name, line, languages))]
        blocks += cases or [PLACEHOLDER.format(mark=MARK, name=name, title=unwritten)]
    said = both(languages, "公开示例。", "The public cases.")
    names = "Case, Text" if len(languages) > 1 else "Case"
    return HEAD.format(said=said, names=names) + "".join(blocks) + ")\n"


def _case(name: str, line: str, languages: Sequence[Language]) -> str:
    """Return the case that a line of a check asks, "" where it is more than a call with plain values."""
    try:
        compared = ast.parse(line, mode="eval").body
    except SyntaxError:
        return ""
    if not (isinstance(compared, ast.Call) and ast.unparse(compared.func) == "compare" and len(compared.args) == 2):
        return ""
    asked, expected = compared.args
    if not (isinstance(asked, ast.Call) and ast.unparse(asked.func) == "student.call" and _is_literal(expected)):
        return ""
    words = [word.arg for word in asked.keywords if word.arg != "public"]
    if words or not all(map(_is_literal, asked.args)) or ast.unparse(expected) == "None":
        return ""
    args = ", ".join([repr(name), *map(ast.unparse, asked.args)])
    said = f"{name}({', '.join(map(ast.unparse, asked.args))})"
    return VALUE.format(name=name, title=text(languages, said, said), args=args, expected=ast.unparse(expected))


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except (ValueError, SyntaxError):
        return False
    return True
