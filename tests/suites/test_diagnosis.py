"""The grader names a known mistake by what the code returns, however it is written, and names none when in doubt."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.every_core

A = "image_convolution"
HEAD = "import numpy as np\nimport torch\nimport torch.nn.functional as F\n\n\n"
LOOPS = "h, w = K.shape\n    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))\n    for i in range(Y.shape[0]):\n        for j in range(Y.shape[1]):\n            {}\n    return Y\n"
FLIPPED = {
    "by unfold": "return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * torch.flip(K, [0, 1])).sum((2, 3))",
    "by einsum": "return torch.einsum('ijab,ab->ij', X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1), K.rot90(2))",
    "by fft": "size = X.shape\n    full = torch.fft.irfft2(torch.fft.rfft2(X) * torch.fft.rfft2(K, s=size), s=size)\n    return full[K.shape[0] - 1 :, K.shape[1] - 1 :]",
    "by a numpy index": "order = [np.arange(n)[::-1].copy() for n in K.shape]\n    K = K[order[0]][:, order[1]]\n    " + LOOPS.format("Y[i, j] = (X[i : i + h, j : j + w] * K).sum()"),
    "in float64": "return (X.double().unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K.double().flip(0, 1)).sum((2, 3))",
}  # fmt: skip
UNNAMED = {
    "two mistakes": "K = K.flip((0, 1))\n    return ((X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))).detach()",
    "never ends": "while True:\n        pass",
    "crashes": "import os\n    os.kill(os.getpid(), 11)",
    "noise": "return torch.rand(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)",
    "huge": "return torch.full((X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1), float('inf'))",
    "stub": "pass",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(make_class, tmp_path_factory):
    students = {
        name: {f"{A}.py": f"{HEAD}def corr2d(X, K):\n    {body}\n"} for name, body in (FLIPPED | UNNAMED).items()
    }
    return make_class(tmp_path_factory.mktemp("diagnosis") / "class", students)


@pytest.fixture(scope="module")
def run(grade, folder, tmp_path_factory):
    return grade(folder, tmp_path_factory.mktemp("diagnosis_results"), "--jobs", 1)


def checks(run, student: str):
    return run.exercise(student, A, "corr2d")["checks"]


@pytest.mark.parametrize("name", FLIPPED)
def test_a_known_mistake_written_differently_has_the_same_name(run, name):
    failed = [check for check in checks(run, name) if check["status"] == "failed"]
    assert failed
    assert {check["misconception"] for check in failed} == {"flips_kernel"}
    assert all(check["misconception"] is None for check in checks(run, name) if check["status"] == "passed")


@pytest.mark.parametrize("name", FLIPPED)
def test_the_explanation_follows_the_first_message_in_both_languages_and_no_other(run, name):
    failed = [check for check in checks(run, name) if check["status"] == "failed"]
    told = [("翻转" in check["message"]["zh"], "flip" in check["message"]["en"]) for check in failed]
    assert told == [(True, True)] + [(False, False)] * (len(failed) - 1)


@pytest.mark.parametrize("name", UNNAMED)
def test_an_answer_that_is_no_single_known_mistake_has_no_name(run, name):
    assert {check["misconception"] for check in checks(run, name)} == {None}
    assert run.exercise(name, A, "corr2d")["score"] == 0 or name == "two mistakes"


def test_names_do_not_depend_on_the_order_of_grading(grade, folder, run, tmp_path):
    parallel = grade(folder, tmp_path / "parallel", "--jobs", 2)
    for student in (*FLIPPED, *UNNAMED):
        assert parallel.records[student, A]["exercises"] == run.records[student, A]["exercises"]
