"""What a student reads says what the code did, names a call only where the code has it, and tells a cause once."""

from __future__ import annotations

import pytest

A = "image_convolution"
CORR2D = (
    "import torch\nfrom torch import nn\n"
    "def corr2d(X, K):\n"
    "    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))\n"
)
LAYER = CORR2D + (
    "class Conv2D(nn.Module):\n"
    "    def __init__(self, kernel_size):\n        super().__init__()\n"
    "        self.weight = nn.Parameter(torch.rand(kernel_size))\n        self.bias = nn.Parameter(torch.zeros(1))\n"
    "    def forward(self, x):\n        return corr2d(x, self.weight) + self.bias\n"
)
ANSWERS = {
    "other attribute": (LAYER.replace("self.weight", "self.weights"), "Conv2D"),
    "plain class": (LAYER.replace("(nn.Module)", "").replace("        super().__init__()\n", ""), "Conv2D"),
    "tuple": (LAYER.replace("+ self.bias", "+ self.bias, 0"), "Conv2D"),
    "complex": (CORR2D.replace(".sum((2, 3))", ".sum((2, 3)) + 0j"), "corr2d"),
    "changes input": (CORR2D.replace("    return", "    K.mul_(1.5)\n    return"), "corr2d"),
    "float": (CORR2D.replace("* K)", "* torch.tensor(K.tolist()))"), "corr2d"),
    "misspelt": (CORR2D.replace("def corr2d", "def conv2d"), "corr2d"),
    "crashes": (CORR2D.replace("K.shape[0], 1", "K.shapes[0], 1"), "corr2d"),
    "twice": (CORR2D + "def corr2d(X, K):\n    return X\n", "corr2d"),
}


@pytest.fixture(scope="module")
def run(make_class, grade, tmp_path_factory):
    students = {name: {f"{A}.py": source} for name, (source, _) in ANSWERS.items()}
    folder = make_class(tmp_path_factory.mktemp("class"), students)
    return grade(folder, tmp_path_factory.mktemp("out"))


def said(run, name: str) -> str:
    return "\n".join(message["zh"] for message in run.messages(name, A, ANSWERS[name][1]))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("other attribute", "没有名叫 weight 的参数；层里的参数叫 weights。"),
        ("plain class", "Conv2D 应当继承 nn.Module。"),
        ("tuple", "forward 的返回值的类型是 tuple，应为 torch.Tensor。"),
        ("complex", "返回值是复数（torch.complex64）；应当是实数。"),
        ("changes input", "第 2 个参数被改动了"),
        ("misspelt", "没有找到 corr2d：找到的是 conv2d"),
    ],
)
def test_a_sentence_says_what_is_wrong(run, name, sentence):
    assert sentence in said(run, name)


@pytest.mark.parametrize(
    ("name", "untrue"),
    [
        ("plain class", "has no attribute 'to'"),
        ("tuple", "没有梯度传回"),
        ("changes input", "的第 2 个元素"),
        ("complex", "应为 torch.Tensor"),
        ("float", ".item()"),
        ("other attribute", "没有声明"),
    ],
)
def test_nothing_untrue_is_said(run, name, untrue):
    assert untrue not in said(run, name)


def test_one_cause_is_told_once(run):
    told = [message["zh"] for message in run.messages("crashes", A, "corr2d")]
    assert sum("has no attribute" in message for message in told) == 1


def test_a_second_definition_is_mentioned(run):
    assert "corr2d 定义了不止一次" in run.records["twice", A]["message"]["zh"]
