"""Docstrings in one language, for notebooks: the sources have both, each Chinese passage followed by its English."""

from __future__ import annotations

import ast
import re

from autograder.course.text import Language

HAN = re.compile(r"[\u4e00-\u9fff]")
LITERAL = re.compile(r"""(\s*\w*(?:\"{3}|'{3}))(.*?)(\s*(?:\"{3}|'{3}).*)""", re.DOTALL)
# The lines of a docstring, a letter for each: c has Chinese characters, p has none, _ is blank. English follows
# Chinese line upon line, or as the paragraph after a paragraph in Chinese.
PASSAGE = re.compile(r"(?P<chinese>(?<![cp])c+(?=_p)|c+(?=p))_?(?P<english>p+)")


def in_language(source: str, language: Language) -> str:
    """Return Python source with the docstrings of its functions and classes in one language.

    Lines that belong to no passage in both languages, such as shapes, stay.
    """
    lines = source.split("\n")
    for docstring in reversed(_docstrings(source)):
        place = slice(docstring.lineno - 1, docstring.end_lineno)
        if literal := LITERAL.fullmatch("\n".join(lines[place])):
            opening, text, closing = literal.groups()
            lines[place] = f"{opening}{_text_in(text, language)}{closing}".split("\n")
    return "\n".join(lines)


def _docstrings(source: str) -> list[ast.expr]:
    """Return the docstrings of all functions and classes, in the order of their lines."""
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    found = [node.body[0].value for node in nodes if ast.get_docstring(node) and isinstance(node.body[0], ast.Expr)]
    return sorted(found, key=lambda docstring: docstring.lineno)


def _text_in(text: str, language: Language) -> str:
    """Return the text of a docstring without the lines for readers of the other language."""
    lines = text.split("\n")
    letters = "".join("_" if not line.strip() else "c" if HAN.search(line) else "p" for line in lines)
    other = set[int]()
    for passage in PASSAGE.finditer(letters):
        start, end = passage.span()
        middle = passage.start("english") if language == "en" else passage.end("chinese")
        other.update(range(start, middle) if language == "en" else range(middle, end))
    return "\n".join(line for index, line in enumerate(lines) if index not in other).lstrip()
