"""The blocks of Python and TOML in the documents are what an author can copy."""

import ast
import re
import textwrap
import tomllib
from pathlib import Path

import msgspec
import pytest

from autograder.course.consistency import consistency_fault
from autograder.course.tables import Manifest

ROOT = Path(__file__).parents[2]
PAGES = [*(ROOT / "docs").rglob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "source" / "README.md"]
BLOCK = re.compile(r"^( *)```(\w+)[^\n]*\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


def blocks(language):
    """Return the blocks in a language, each with its page and number as its name."""
    return [
        pytest.param(textwrap.dedent(text), id=f"{page.name}-{number}")
        for page in PAGES
        for number, (_, of, text) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")))
        if of == language
    ]


@pytest.mark.parametrize("text", blocks("python"))
def test_every_block_of_python_parses_and_no_text_in_it_has_a_doubled_backslash(text):
    constants = [node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)]
    assert [value for value in constants if isinstance(value, str) and "\\n" in value] == []


@pytest.mark.parametrize("text", blocks("toml"))
def test_every_block_of_toml_parses(text):
    assert tomllib.loads(text)


def test_the_public_cases_that_are_shown_are_cases():
    (text,) = [one.values[0] for one in blocks("python") if "CASES = (" in one.values[0]]
    names = {}
    exec(compile(text, "docs", "exec"), names)
    assert [case.exercise for case in names["CASES"]] == ["centred", "table", "mean"]
    assert names["CASES"][1].expected == "1 = 1\n2 = 4\n3 = 9\n"


def test_the_manifest_that_is_shown_is_one():
    (text,) = [one.values[0] for one in blocks("toml") if "[limits]" in one.values[0]]
    assert consistency_fault(msgspec.convert(tomllib.loads(text), Manifest)) == ""


def test_every_key_of_the_manifest_has_a_meaning():
    kinds = msgspec.json.schema(Manifest)["$defs"].values()
    keys = [(kind["title"], key, entry) for kind in kinds for key, entry in kind["properties"].items()]
    assert [f"{title}.{key}" for title, key, entry in keys if "description" not in entry] == []
