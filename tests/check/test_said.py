"""What is said of a wrong answer names what is wrong, in both languages, without a gap and without what is not so."""

from __future__ import annotations

import re

import pytest

LEARN = """
def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    K = torch.rand(kernel_size, requires_grad=True)
    losses = []
    for _ in range(num_epochs):
        loss = ((corr2d(X, K) - Y) ** 2).sum()
        BACKWARD
        UPDATE
        losses.append(loss.item())
    return K, losses
"""
LOOPS = """
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
"""


@pytest.fixture
def first(names_of_file):
    """Return what is shown of the first case that does not pass."""
    from check.report.from_verdicts import report
    from check.verdicts import check_exercises

    def first(exercise, source, assignment="image_convolution"):
        (verdict,) = check_exercises(assignment, names_of_file(source), exercise)
        return report(verdict).first

    return first


def learn(backward="loss.backward()", update="K.data -= lr * K.grad; K.grad.zero_()", corr2d=LOOPS):
    return corr2d + LEARN.replace("BACKWARD", backward).replace("UPDATE", update)


def test_a_parameter_that_became_a_result_has_no_gradient_and_that_is_told(first):
    shown = first("learn_kernel", learn(update="K = K - lr * K.grad"))
    assert "不再是原来的参数" in shown.explained.zh
    assert "with torch.no_grad()" in shown.explained.en
    assert "return" not in shown.explained.en


def test_a_gradient_before_backward_is_told_as_such(first):
    assert "backward()" in first("learn_kernel", learn(backward="pass")).explained.en


def test_an_exercise_waits_for_another_one_that_it_uses_and_that_is_wrong(first):
    shown = first("learn_kernel", learn(corr2d=LOOPS.replace("w + 1", "w")))
    assert shown.state == "waiting"
    assert shown.message.zh == "先改好 corr2d：它还没有通过公开检查，而这一题用到它。"


def test_an_exercise_waits_for_a_stub_that_no_case_names(first):
    shown = first("learn_kernel", learn(corr2d="def corr2d(X, K):\n    pass\n"))
    assert (shown.state, shown.message.en) == ("waiting", "Write corr2d first; this exercise uses it.")


def test_exchanged_loops_are_thought_of_where_shapes_do_not_go_together(first):
    swapped = LOOPS.replace("i in range(Y.shape[0])", "i in range(Y.shape[1])").replace(
        "j in range(Y.shape[1])", "j in range(Y.shape[0])"
    )
    assert "循环的行列" in first("corr2d", swapped).explained.zh


SINGLE = [
    ("edge_image", "def edge_image():\n    return torch.ones(6, 8)", "返回值的形状对了", "image_convolution"),
    ("edge_image", "def edge_image():\n    return torch.ones(6, 7)", "返回值的形状是 (6, 7)", "image_convolution"),
    ("second_derivative_kernel", "def second_derivative_kernel():\n    return torch.ones(1, 3)", "x²", "practice"),
    ("integral_kernel", "def integral_kernel(n):\n    return torch.zeros(1, n)", "这个核用于", "practice"),
]


@pytest.mark.parametrize(("exercise", "source", "words", "assignment"), SINGLE, ids=[one[0] for one in SINGLE])
def test_a_function_that_returns_one_value_has_no_item_1(first, exercise, source, words, assignment):
    shown = first(exercise, source, assignment)
    assert words in shown.message.zh
    assert "第 1 项" not in shown.message.zh
    assert "item 1" not in shown.message.en.lower()


def test_what_is_compared_of_a_learned_kernel_is_said_and_is_no_negative_zero(first):
    update = "K.data -= 0 * K.data; K.grad = None; K.data[:] = torch.tensor([0.2, -0.2])"
    shown = first("learn_kernel", learn(update=update))
    assert "学到的卷积核（四舍五入到整数）" in shown.message.zh
    assert not any(cell == "-0" for grid in shown.grids for row in grid.cells for cell in row)


def test_a_shape_that_is_always_the_same_is_not_counted_for_small_numbers(first):
    assert "小数目" not in first("edge_image", "def edge_image():\n    return torch.ones(6, 7)").message.zh
    assert "小数目" in first("corr2d", LOOPS.replace("return Y", "return Y[:1]")).message.zh


def test_names_of_parameters_stand_apart_from_chinese_and_begin_with_a_capital(first):
    source = """
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(2))
"""
    message = first("Conv2D", source).message
    assert message.zh.startswith("参数 bias 的形状是 (2,)")
    assert message.en.startswith("The parameter bias has shape (2,)")


@pytest.mark.parametrize("line", ["raise ValueError('no')", "assert X is None"])
def test_an_own_exception_for_allowed_arguments_is_told_as_such(first, line):
    shown = first("corr2d", f"def corr2d(X, K):\n    {line}\n")
    assert shown.explained.zh == f"这里的参数是允许的，却执行到了你自己写的 {line.split()[0]}：看看它的条件。"


def test_no_item_begins_with_a_capital_inside_a_sentence(verdict_on):
    wrong = verdict_on("output_shape", "def output_shape(a, b):\n    return 1, 1")
    message = next(one.message for one in wrong.cases if one.message)
    assert message.en == "Item 1 of the returned value is 1; it should be 2."
    assert not re.search(r"[a-z] The ", message.en)
