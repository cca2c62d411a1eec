"""A new item in a tuple of a Python file leaves every comment and every other line as it was."""

from __future__ import annotations

import ast

import pytest

from autograder.course.errors import UsageError
from autograder.scaffold.python_text import with_imports, with_item

ITEM = "    3,\n"


def items(source: str) -> list[int]:
    """Return the numbers in the tuple `CASES`."""
    return next(
        ast.literal_eval(node.value) for node in ast.parse(source).body if isinstance(node, ast.Assign | ast.AnnAssign)
    )


@pytest.mark.parametrize(
    "source",
    [
        "CASES = (\n    1,\n    2,  # 二\n)\nAFTER()\n",
        "CASES = (\n    1,\n    2  # 二, no comma\n)\nAFTER()\n",
        "CASES = (1, 2)  # 二\nAFTER()\n",
        "CASES: tuple[int, ...] = (1, 2,)\n",
        "X()\nCASES = [1, (2)]\n",
    ],
)
def test_the_item_is_the_last_one(source):
    changed = with_item(source, "CASES", ITEM, "cases.py")
    assert list(items(changed.replace("X()\n", ""))) == [1, 2, 3]
    assert ("二" in changed) == ("二" in source)
    assert ("AFTER()" in changed) == ("AFTER()" in source)


def test_an_empty_tuple_gets_its_first_item():
    assert with_item("CASES = ()\n", "CASES", ITEM, "cases.py") == "CASES = (\n    3,\n)\n"


def test_a_file_without_the_tuple_is_named():
    with pytest.raises(UsageError, match=r"cases.py: there is no tuple CASES"):
        with_item("CASES = tuple(x)\n", "CASES", ITEM, "cases.py")


def test_what_is_imported_already_is_not_imported_twice():
    source = '"""Cases."""\n\nfrom check.asking import Fault, call\nX = 1\n'
    changed = with_imports(source, [("check.asking", "call"), ("check.model", "Case")])
    assert changed == '"""Cases."""\n\nfrom check.asking import Fault, call\nfrom check.model import Case\nX = 1\n'
    assert with_imports(changed, [("check.model", "Case")]) == changed
