"""Docstrings of notebooks are in one language; what belongs to both stays."""

import ast

import pytest

from autograder.build.one_language import in_language

BOTH = '''def f(x):
    """返回 x 的两倍。

    Return twice x.

    x (n,) -> (n,)
    不可以用循环。
    也不可以用递归。
    No loops.
    课文：“开始”
    Lesson: “The start”
    """
    return 2 * x


class A:
    """一个类。

    A class with a summary of
    two lines.
    """

    def g(self):
        """做一件事。

        Do a thing.
        """
'''


def docstring(language, name, source=BOTH):
    """Return the docstring of a function or class in one language."""
    nodes = ast.walk(ast.parse(in_language(source, language)))
    return next(ast.get_docstring(node).strip() for node in nodes if getattr(node, "name", "") == name)


def test_chinese_stays_for_chinese_readers():
    assert docstring("zh", "f") == "返回 x 的两倍。\n\nx (n,) -> (n,)\n不可以用循环。\n也不可以用递归。\n课文：“开始”"


def test_english_stays_for_english_readers():
    assert docstring("en", "f") == "Return twice x.\n\nx (n,) -> (n,)\nNo loops.\nLesson: “The start”"


@pytest.mark.parametrize(("language", "of_class", "of_method"), [
    ("zh", "一个类。", "做一件事。"),
    ("en", "A class with a summary of\ntwo lines.", "Do a thing."),
])  # fmt: skip
def test_classes_and_their_methods_have_one_language_too(language, of_class, of_method):
    assert (docstring(language, "A"), docstring(language, "g")) == (of_class, of_method)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_code_stays_as_it_is(language):
    before, after = (ast.parse(source) for source in (BOTH, in_language(BOTH, language)))
    assert ast.dump(before.body[0].body[1]) == ast.dump(after.body[0].body[1])
    assert in_language(BOTH, language).split('"""')[2] == BOTH.split('"""')[2]


@pytest.mark.parametrize("text", ["Only English.", "只有中文。", "Shapes:\n\n    (n,) -> (n,)\n    "])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_docstring_in_one_language_stays_as_it_is(text, language):
    source = f'def f():\n    """{text}"""\n    return "返回"\n'
    assert in_language(source, language) == source


def test_a_docstring_in_single_quotes_stays_as_it_is():
    source = "def f():\n    '返回 1。'\n    return 1\n"
    assert in_language(source, "en") == source
