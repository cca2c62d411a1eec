"""The commonest exceptions have a sentence of our own, which repeats nothing of the message."""

import re

import numpy as np
import pytest
import torch
from torch import nn

from autograder.check.errors.explain import TABLE, explain


class Late(nn.Module):
    """A layer whose parameter comes before `super().__init__()`."""

    def __init__(self):
        self.weight = nn.Parameter(torch.zeros(2))


def grad():
    return torch.ones(2, requires_grad=True)


def twice():
    loss = (grad() ** 2).sum()
    loss.backward()
    loss.backward()


def step():
    weight = grad()
    weight -= 1


def one(a):
    return one(a)


def error_of(source):
    """Return the exception that an expression raises."""
    try:
        eval(source, {**globals(), "np": np})
    except Exception as error:
        return error
    raise AssertionError(source)


SYNTAX = [
    ("h， w = 1, 2", "中文标点"),
    ("f（1)", "中文标点"),
    ("if x：\n    pass", "中文标点"),
    ("x = “a”", "中文标点"),
    ("for i in x\n    pass", "冒号"),
    ("def f():\npass", "缩进"),
    ("x = 1\n    y = 2", "缩进多了"),
    ("if x:\n    a\n  b", "对不齐"),
    ("f(1", "括号"),
    ("if x = 1:\n    pass", "等号"),
    ("x = 'a", "引号"),
]


@pytest.mark.parametrize(("source", "word"), SYNTAX, ids=[source for source, _ in SYNTAX])
def test_syntax_errors_are_explained(source, word):
    with pytest.raises(SyntaxError) as caught:
        compile(source, "answer.py", "exec")
    assert word in explain(caught.type.__name__, str(caught.value)).zh


RUNNING = [
    ("torch.zeros(2, 2)[0, 0].__setitem__(..., torch.ones(2, 2))", ".sum()"),
    ("torch.zeros(2, 2)[0].__setitem__(..., torch.ones(2, 3))", "两边的形状"),
    ("torch.zeros(2, 3) + torch.zeros(2, 2)", "形状不同"),
    ("torch.zeros(2, 3) @ torch.zeros(2, 3)", "列数"),
    ("torch.zeros(2)[2]", "多走了一步"),
    ("[1][1]", "多走了一步"),
    ("torch.zeros(2)[0, 0]", "维数"),
    ("torch.zeros(2, dtype=torch.long).add_(1.5)", "整数张量"),
    ("torch.zeros(2, 2) @ torch.zeros(2, 2).double()", "dtype"),
    ("step()", "torch.no_grad"),
    ("grad().numpy()", ".detach()"),
    ("np.array(grad())", ".detach()"),
    ("torch.zeros(1).backward()", "requires_grad"),
    ("grad().backward()", ".sum()"),
    ("twice()", "两次"),
    ("None.sum()", "return"),
    ("None[0]", "return"),
    ("len(None)", "return"),
    ("torch.ones(2) + None", "return"),
    ("one(1, 2)", "参数"),
    ("one()", "少传"),
    ("(lambda: None)(1)", "参数"),
    ("[a for a, b in [(1,)]]", "个数"),
    ("[a for a, b in [5]]", "元组"),
    ("float(torch.zeros(2))", ".sum()"),
    ("torch.zeros(2).item()", ".sum()"),
    ("bool(torch.zeros(2))", ".all()"),
    ("torch.zeros(6).reshape(2, 2)", "元素的总数"),
    ("Late()", "super().__init__()"),
    ("one(1)", "停不下来"),
    ("range(2 / 1)", "//"),
    ("tensr", "拼写"),
    ("torch.tensr", "拼写"),
    ("(5)[0]", "某一项"),
    ("(1, 2).__add__([1]) + 'a' + 1", "类型不合"),
    ("{}[0, 0] if 0 else setattr(1, 'a', 2)", "拼写"),
    ("torch.zeros(2).unfold(0, 3, 1)", "窗口"),
    ("torch.rand((2, 2), (2, 2))", "元组"),
    ("torch.zeros(2).add_(torch.zeros(3, 2))", "两边的形状"),
    ("1 / 0", "除数"),
    ("np.zeros(2) + np.zeros(3)", "形状合不起来"),
    ("np.zeros((2, 3)) @ np.zeros((2, 3))", "列数"),
    ("np.dot(np.zeros((2, 3)), np.zeros((2, 3)))", "列数"),
    ("np.zeros(2)[2]", "多走了一步"),
    ("np.zeros(2)[0, 0]", "维数"),
    ("np.zeros(2).sum(axis=1)", "维数"),
    ("bool(np.zeros(2))", ".all()"),
    ("np.zeros(6).reshape(2, 2)", "元素的总数"),
    ("np.array([[1], [1, 2]])", "一样长"),
    ("float(np.zeros(2))", "求和"),
    ("[1][np.zeros(2)]", "整数"),
    ("np.concatenate([np.zeros(2), np.zeros((2, 2))])", "形状不同"),
    ("np.stack([np.zeros(2), np.zeros(3)])", "形状不同"),
    ("{}['a']", "键"),
    ("int('a')", "变成数"),
    ("float('1,5')", "变成数"),
]


@pytest.mark.parametrize(("source", "word"), RUNNING, ids=[source for source, _ in RUNNING])
def test_exceptions_are_explained(source, word):
    error = error_of(source)
    assert word in explain(type(error).__name__, str(error)).zh


def test_an_uncommon_exception_has_no_sentence():
    assert explain("LookupError", "'a'") is None
    assert explain("ValueError", "the kernel is too large") is None


def test_no_sentence_repeats_what_a_message_varies_in():
    """The engine shows the sentences in hidden cases too."""
    for _, pattern, text in TABLE:
        assert not pattern.groups
        assert not re.search(r"\{", text.zh + text.en)


def test_every_sentence_says_what_to_look_at():
    assert [text for *_, text in TABLE if not (text.zh.endswith(("。", "？")) and text.en.endswith((".", "?")))] == []
