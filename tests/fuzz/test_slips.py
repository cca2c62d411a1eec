"""Honest slips that once were taken for faults of the grader: each has all answers right, and full marks."""

from __future__ import annotations

import pytest

A = "image_convolution"
SLIPS = {
    "many shell lines": (["!ls\n" * 600, ""], {}),
    "half a character in a cell": (["x = '\ud83d'", ""], {}),
    "half a character beside an answer": (["# \ud83d\n"], {}),
    "a helper file with a Chinese name from Windows": ("", {"数据.txt".encode("gbk"): b""}),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_costs_nothing(graded, perfect, to_notebook, tmp_path, slip, full_marks):
    text, files = SLIPS[slip]
    if isinstance(text, list):
        name, content = f"{A}.ipynb", to_notebook([*text[:-1], text[-1] + perfect[A]])
    else:
        name, content = f"{A}.py", text + perfect[A]
    assert graded(tmp_path, name, content.encode(), files)["score"] == full_marks[A]


TOO_MUCH = {
    "a nested list": "[[0.0] * 1000] * 1000",
    "a long text": "'x' * (1 << 21)",
    "a dict of numbers": "{n: n for n in range(9)}",
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_is_too_much_to_be_read_costs_its_exercise_and_is_named(graded, perfect, tmp_path, name):
    answer = f"\ndef edge_image():\n    return {TOO_MUCH[name]}\n"
    record = graded(tmp_path, f"{A}.py", (perfect[A] + answer).encode(), {})
    (exercise,) = [exercise for exercise in record["exercises"] if exercise["name"] == "edge_image"]
    assert record["score"] == 95.0
    assert any(kind in exercise["checks"][0]["message"]["en"] for kind in ("list", "str", "dict"))


FLOOD = """
def corr2d(X, K):
    frame = sys._getframe()
    while frame is not None:
        if "nonce" in frame.f_locals:
            sock = frame.f_locals["self"]._sock
            skeleton = b"\\xdd" + struct.pack(">I", 90001) + b"\\xa1l" + b"\\xc0" * 90000
            data = struct.pack(">I", len(skeleton)) + skeleton
            sock.sendall(struct.pack(">I16s", len(data), frame.f_locals["nonce"]) + data)
            os._exit(0)
        frame = frame.f_back
for name in ("output_shape", "Conv2D", "edge_image", "edge_kernel", "learn_kernel", "receptive_field"):
    globals()[name] = corr2d
"""


def test_a_submission_that_floods_the_grader_is_stopped(graded, tmp_path):
    record = graded(tmp_path, f"{A}.py", f"import os, struct, sys\n{FLOOD}".encode(), {})
    messages = [check["message"]["en"] for exercise in record["exercises"] for check in exercise["checks"]]
    assert record["score"] == 0
    assert any("returned too much" in message for message in messages)
