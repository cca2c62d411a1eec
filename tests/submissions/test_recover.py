"""A `.py` file that is not valid Python loses the statements that do not parse, and nothing else."""

from __future__ import annotations

import ast

import pytest

from autograder.submissions.recover import recover

ABOVE = "import torch\n\n\ndef above(a):\n    return a\n\n\n"
BELOW = "\n\ndef below(b):\n    return (b +\n            1)\n\n\nTABLE = [1,\n2]\n"
BROKEN = {
    "no colon": ("def bad(x)\n    return x\n", 0, "a colon is missing"),
    "full-width colon": ("def bad(x)：\n    return x\n", 0, "full-width punctuation, ："),
    "full-width comma": ("def bad(x):\n    return torch.zeros(3，4)\n", 1, "full-width punctuation, ，"),
    "unclosed bracket": ("def bad(x):\n    y = torch.zeros((2, 3)\n    for i in x:\n        pass\n", 1, "bracket"),
    "unclosed string": ("def bad(x):\n    y = 'abc\n    return y\n", 1, "a string does not end"),
    "unclosed docstring": ('def bad(x):\n    """What it does\n    return x\n', 1, "a string does not end"),
    "assignment for a comparison": ("def bad(x):\n    if x = 3:\n        return x\n", 1, "needs =="),
    "tabs and spaces": ("def bad(x):\n\tif x:\n        return 1\n", 2, "tabs and spaces"),
    "a class": ("class bad:\n    def f(self):\n        return (1\n    def g(self):\n        pass\n", 2, "bracket"),
    "a decorator": ("@cached(\ndef bad(x):\n    return x\n", 0, "bracket"),
}
KEPT = {
    "all that parses": ABOVE + BELOW,
    "empty": "",
    "blank": "\n\n",
    "a long string": "S = '''\ndef f(\n%magic\n'''\n",
}
HOPELESS = {
    "nothing parses": "def bad(:\n    pass\n",
    "brackets only": "((((\n" * 50,
    "a null byte": "\x00",
    "too long": "x = 1\n" * 50_000 + "def bad(:\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_stands_around_a_broken_definition_is_kept_at_its_lines(name):
    text, line, words = BROKEN[name]
    recovered = recover(ABOVE + text + BELOW)
    assert recovered.source.splitlines() == [*ABOVE.splitlines(), *[""] * text.count("\n"), *BELOW.splitlines()]
    (left_out,) = recovered.left_out
    assert (left_out.name, left_out.line) == ("bad", ABOVE.count("\n") + 1 + line)
    assert words in left_out.cause.en


def test_each_broken_definition_is_named():
    recovered = recover(f"{ABOVE}def one(x)\n    return x\n\ndef two(x)\n    return x\n{BELOW}")
    assert [left_out.name for left_out in recovered.left_out] == ["one", "two"]


def test_lines_that_a_notebook_knows_do_nothing():
    recovered = recover(f"%matplotlib inline\n!pip install torch\n{ABOVE}")
    assert recovered.left_out == ()
    ast.parse(recovered.source)


@pytest.mark.parametrize("name", KEPT)
def test_a_file_that_parses_stays_as_it_is(name):
    assert recover(KEPT[name]).source == KEPT[name]


@pytest.mark.parametrize("name", HOPELESS)
def test_a_file_of_which_nothing_parses_or_that_is_too_long_stays_as_it_is(name):
    assert recover(HOPELESS[name]).source == HOPELESS[name]
