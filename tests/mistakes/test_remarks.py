"""What the text of a wrong answer shows by itself is told, and only where it is certain."""

from __future__ import annotations

import pytest

from autograder.mistakes.remarks import remark_on

CERTAIN = {
    "prints": ("print(X + K)", "f 里有 print，却没有 return"),
    "returns nothing but prints": ("print(X + K)\n    return", "f 里有 print，却没有 return"),
    "ends its loop": ("for row in X:\n        K = K + row\n        return K", "f 的 return 写在了循环里面"),
    "ends its endless loop": ("while True:\n        return X + K", "f 的 return 写在了循环里面"),
    "forgets an argument": ("return X.sum()", "f 没有用到参数 K。"),
    "replaces an argument": ("K = [[0, 1]]\n    return X + K", "f 还没有用参数 K，就给它重新赋了值。"),
}
UNCERTAIN = {
    "uses both": "return X + K",
    "prints as well": "print(X)\n    return X + K",
    "returns where a condition holds": "for row in X:\n        if row > K:\n            return row",
    "goes on before it returns": "for row in X:\n        if row < K:\n            continue\n        return row",
    "changes an argument": "K = K + 1\n    return X + K",
    "uses an argument in a function of its own": "def g():\n        return K\n    return X + g()",
    "looks at all names": "return sum(locals().values())",
    "replaces an argument in a branch": "if len(X) > 3:\n        K = 1\n    return X + K",
    "yields": "print(X)\n    yield K",
    "does not parse": "return X +",
}


def remark(body: str) -> str:
    text = remark_on(("import torch\n", f"def f(X, K):\n    {body}\n"), "f")
    return text.zh if text else ""


@pytest.mark.parametrize("name", CERTAIN)
def test_what_is_certain_is_told(name):
    body, sentence = CERTAIN[name]
    assert remark(body).startswith(sentence)


@pytest.mark.parametrize("name", UNCERTAIN)
def test_what_is_not_certain_is_not_told(name):
    assert remark(UNCERTAIN[name]) == ""


def test_the_last_definition_counts():
    wrong, right = "def f(X, K):\n    return X\n", "def f(X, K):\n    return X + K\n"
    assert remark_on((wrong, right), "f") is None
    assert remark_on((right, wrong), "f") is not None


def test_the_methods_of_a_class_are_looked_at():
    source = "class F:\n    def __init__(self, size):\n        pass\n    def forward(self, x):\n        print(x)\n"
    text = remark_on((source,), "F")
    assert text is not None
    assert text.en.startswith("forward prints but returns nothing")


def test_an_exercise_that_is_not_there_has_no_remark():
    assert remark_on(("x = 1\n",), "f") is None
