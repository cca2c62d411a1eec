"""Verdicts come in layers: is it there, does it run, its type, its shape, its values, its gradients."""

from __future__ import annotations

import pytest

LOOPS = """
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
"""
LAYER = """
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
"""


def wrong(verdict):
    """Return the first case that does not pass."""
    return next(case for case in verdict.cases if case.state != "passed")


def test_a_right_answer_passes_every_case_and_is_told_nothing(verdict_on):
    verdict = verdict_on("corr2d", LOOPS)
    assert verdict.state == "passed"
    assert (verdict.mistake, verdict.warning, verdict.points) == (None, None, 20)


@pytest.mark.parametrize(
    ("source", "layer", "words"),
    [
        ("", "there", "corr2d was not found"),
        ("def corr2D(X, K): return X", "there", "corr2D was: change the name back"),
        ("corr2d = 3", "there", "has type int"),
        ("def corr2d(X, K):\n    return X[100]", "runs", "in line 4: IndexError"),
        (LOOPS.replace("return Y", ""), "type", "`return`"),
        (LOOPS.replace("return Y", "return Y.tolist()"), "type", "has type list"),
        (LOOPS.replace("return Y", "return Y.numpy()"), "type", "NumPy array"),
        (LOOPS.replace("return Y", "return Y + 0j"), "type", "complex"),
        (LOOPS.replace("return Y", "return Y[0]"), "shape", "has shape (2,), not (2, 2)"),
        (LOOPS.replace("return Y", "return Y / 0"), "values", "nan or inf"),
        (LOOPS.replace("return Y", "return Y + 1"), "values", "all 4 values are wrong"),
        (LOOPS.replace("return Y", "Y[0, 0] = 0\n    return Y"), "values", "1 of 4 values are wrong"),
        (LOOPS.replace("return Y", "return Y.detach()"), "gradient", "requires_grad is False"),
    ],
)
def test_a_wrong_answer_is_told_the_first_layer_that_is_wrong_in_both_languages(verdict_on, source, layer, words):
    case = wrong(verdict_on("corr2d", source))
    assert (case.state, case.layer) == ("failed", layer)
    assert words in case.message.en
    assert any("\u4e00" <= character <= "\u9fff" for character in case.message.zh)


@pytest.mark.parametrize(
    "body", ["pass", "...", '"""Say."""', "raise NotImplementedError", "raise NotImplementedError()"]
)
def test_an_untouched_stub_is_not_attempted(verdict_on, body):
    assert verdict_on("corr2d", f"def corr2d(X, K):\n    {body}").state == "not_attempted"


def test_an_untouched_class_is_not_attempted_and_a_half_written_one_is(verdict_on):
    stub = (
        "class Conv2D(nn.Module):\n    def __init__(self, k):\n        pass\n\n    def forward(self, x):\n        pass"
    )
    assert verdict_on("Conv2D", stub).state == "not_attempted"
    assert verdict_on("Conv2D", stub.replace("pass", "super().__init__()", 1)).state == "failed"


def test_an_exercise_waits_for_another_that_it_uses_and_that_is_not_written(verdict_on):
    verdict = verdict_on("Conv2D", f"def corr2d(X, K):\n    pass\n\n{LAYER}")
    assert verdict.state == "waiting"
    assert wrong(verdict).message.en == "Write corr2d first; this exercise uses it."


def test_an_exercise_does_not_wait_for_another_that_it_does_not_use(verdict_on):
    own = LAYER.replace("corr2d(x, self.weight)", "self.weight.sum()")
    assert verdict_on("Conv2D", f"def corr2d(X, K):\n    pass\n\n{own}").state == "failed"


def test_changed_inputs_are_told(verdict_on):
    verdict = verdict_on("corr2d", LOOPS.replace("return Y", "X += 1\n    return Y"))
    assert "inputs were changed" in wrong(verdict).message.en


def test_the_default_dtype_of_a_student_breaks_no_case(verdict_on):
    import torch

    try:
        assert verdict_on("corr2d", f"torch.set_default_dtype(torch.float64)\n{LOOPS}").state == "passed"
    finally:
        torch.set_default_dtype(torch.float32)


@pytest.mark.parametrize(
    "line",
    [
        "return nn.functional.conv2d(X[None, None], K[None, None])[0, 0]",
        "return torch.conv2d(X[None, None], K[None, None])[0, 0]",
        "from torch.nn import functional as F\n    return F.conv2d(X[None, None], K[None, None])[0, 0]",
        "return library(X, K)\n\ndef library(X, K):\n    return nn.functional.conv2d(X[None, None], K[None, None])[0, 0]",
    ],
)
def test_a_ready_made_function_in_the_text_is_warned_of(names_of_file, line):
    from check.verdicts import check_exercises

    (verdict,) = check_exercises("image_convolution", names_of_file(f"def corr2d(X, K):\n    {line}\n"), "corr2d")
    assert verdict.state == "passed"
    assert "conv2d" in verdict.warning.en


def test_an_attribute_of_the_students_own_is_no_ready_made_function(names_of_file):
    from check.verdicts import check_exercises

    source = f"{LOOPS}\n{LAYER}".replace("self.bias)", "self.bias)").replace("self.weight", "self.conv2d")
    (verdict,) = check_exercises("image_convolution", names_of_file(source), "Conv2D")
    assert verdict.warning is None
