"""The form of an answer for comparing code: runs of tokens in which the student's own names make no difference."""

from __future__ import annotations

import ast
import copy
import io
import keyword
import tokenize
from collections.abc import Iterator, Sequence

from autograder.course.parse import parse
from autograder.submissions.answer_code import answer_code

RUN = 6  # tokens
NAME, TEXT = "n", "s"
DROPPED = {tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER, tokenize.NEWLINE}
Form = frozenset[tuple[str, ...]]


def code_form(cells: Sequence[str], exercise: str, given: Form = frozenset()) -> Form:
    """Return the runs of tokens of an exercise's code, without those that are in `given`: what all were given.

    Comments and docstrings do not count, and all names that are no keyword or attribute are the same.
    """
    return _runs(answer_code(cells, exercise)) - given


def _runs(code: str) -> Form:
    try:
        tokens = tuple(_tokens(_without_docstrings(code)))
    except (ValueError, RecursionError, MemoryError):  # code that cannot be written down again is like no other
        return frozenset()
    return frozenset(tokens[start : start + RUN] for start in range(len(tokens) - RUN + 1))


def _without_docstrings(code: str) -> str:
    """Return code without its docstrings, types and layout; an empty text where it does not parse."""
    shared = parse(code)
    if shared is None:
        return ""
    tree = copy.deepcopy(shared)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)


def _tokens(code: str) -> Iterator[str]:
    before = ""
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type in DROPPED:
            continue
        plain = token.type == tokenize.NAME and not keyword.iskeyword(token.string) and before != "."
        before = token.string
        yield NAME if plain else TEXT if token.type == tokenize.STRING else token.string.strip() or str(token.type)
