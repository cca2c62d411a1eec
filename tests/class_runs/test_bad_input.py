"""Bad input: each has a named outcome and a message in both languages, and the next student is graded."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.every_core

A = "image_convolution"
RIGHT = {  # four exercises that are right whatever stands around them
    "output_shape": """
def output_shape(input_shape, kernel_shape):
    if kernel_shape[0] > input_shape[0] or kernel_shape[1] > input_shape[1]:
        raise ValueError
    return input_shape[0] - kernel_shape[0] + 1, input_shape[1] - kernel_shape[1] + 1
""",
    "edge_image": """
def edge_image():
    import torch
    X = torch.ones(6, 8)
    X[:, 2:6] = 0
    return X
""",
    "edge_kernel": """
def edge_kernel():
    import torch
    return torch.tensor([[1.0, -1.0]])
""",
    "receptive_field": """
def receptive_field(kernel_sizes):
    return 1 + sum(h - 1 for h, _ in kernel_sizes), 1 + sum(w - 1 for _, w in kernel_sizes)
""",
}
BEFORE = RIGHT["output_shape"] + RIGHT["edge_image"]
AFTER = RIGHT["edge_kernel"] + RIGHT["receptive_field"]
FULL = 30.0

# Submissions that cannot be graded at all: file name, content, and words of the message in each language.
NOT_GRADABLE = {
    "empty_file": (f"{A}.py", "", "空", "empty"),
    "comments_of_blank_lines": (f"{A}.py", "\n\n  \n", "空", "empty"),
    "empty_notebook_file": (f"{A}.ipynb", "", "空", "empty"),
    "nothing_that_parses": (f"{A}.py", "def corr2d(X, K:\n    pass\n", "语法错误", "syntax error"),
    "broken_notebook": (f"{A}.ipynb", '{"cells": [{"cell_type": "co', "损坏", "broken"),
    "notebook_that_is_a_list": (f"{A}.ipynb", "[1, 2]", "损坏", "broken"),
    "not_text": (f"{A}.py", b"\xff\x81\x00\xff\xfe\x9f\xd8\xff" * 50, "不是文本", "not text"),
    "other_work": ("homework.py", "x = 1\n", "homework.py", "homework.py"),
    "other_ending": (f"{A}.txt", BEFORE, f"没有找到 {A}.py", f"{A}.py / {A}.ipynb was not found"),
}
# Submissions in which only some statements or exercises are bad: source, and what is right in them all the same.
GRADABLE = {
    "exception_at_import": (f"{BEFORE}\nraise KeyError('mine')\n{AFTER}", FULL, "KeyError"),
    "endless_loop_at_import": (f"{BEFORE}\nwhile True:\n    pass\n{AFTER}", FULL, "还没有结束"),
    "leaves_at_import": (f"{BEFORE}\nimport os\nos._exit(0)\n{AFTER}", FULL, "还没有结束"),
    "sys_exit_at_the_end": (f"{BEFORE}{AFTER}\nimport sys\nsys.exit(0)\n", FULL, "SystemExit"),
    "segfault_at_import": (f"{BEFORE}\nimport ctypes\nctypes.string_at(0)\n{AFTER}", FULL, "还没有结束"),
    "unclosed_bracket": (f"{BEFORE}\ndef corr2d(X, K:\n    pass\n{AFTER}", FULL, "括号没有配对"),
    "unclosed_string": (f'{BEFORE}\ndef corr2d(X, K):\n    """Doc\n    return X\n{AFTER}', FULL, "字符串没有结束"),
    "full_width_comma": (f"{BEFORE}\ndef corr2d(X， K):\n    return X\n{AFTER}", FULL, "全角标点"),
    "prose": (f"{BEFORE}\n这是我的答案，谢谢老师\n{AFTER}", FULL, "不是代码"),
    "merge_conflict": (f"<<<<<<< HEAD\n{BEFORE}=======\n>>>>>>> other\n{AFTER}", FULL, "合并冲突"),
    "lines_of_a_notebook": (f"%matplotlib inline\n!pip install torch\n{BEFORE}{AFTER}", FULL, ""),
    "null_bytes": (BEFORE.encode() + b"\x00" + AFTER.encode(), FULL, "语法错误"),
    "missing_module": (f"import cv2\n{BEFORE}{AFTER}", FULL, "ModuleNotFoundError"),
    "gbk": (f"# 作业：图像卷积\n{BEFORE}{AFTER}".encode("gbk"), FULL, "GBK"),
    "gbk_declared": (f"# -*- coding: gbk -*-\n# 作业\n{BEFORE}{AFTER}".encode("gbk"), FULL, "gbk"),
    "bom": (b"\xef\xbb\xbf" + f"{BEFORE}{AFTER}".encode(), FULL, ""),
    "utf16": (f"{BEFORE}{AFTER}".encode("utf-16"), FULL, "utf-16"),
    "crlf": (f"{BEFORE}{AFTER}".replace("\n", "\r\n").encode(), FULL, ""),
}
LOOP = "def {name}(*args):\n    while True:\n        pass\n"
# One bad exercise among the right ones: its source, its status, and words of its first message.
BAD_EXERCISE = {
    "endless_loop": (LOOP.format(name="corr2d"), "failed", "死循环", "endless loop"),
    "swallows_everything": (
        "def corr2d(X, K):\n    while True:\n        try:\n            1 / 0\n        except BaseException:\n            pass\n",
        "failed", "死循环", "endless loop",
    ),
    "leaves": ("import os\ndef corr2d(X, K):\n    os._exit(0)\n", "failed", "自行退出", "left"),
    "sys_exit": ("import sys\ndef corr2d(X, K):\n    sys.exit(0)\n", "failed", "SystemExit", "SystemExit"),
    "segfault": ("import ctypes\ndef corr2d(X, K):\n    ctypes.string_at(0)\n", "failed", "SIGSEGV", "SIGSEGV"),
    "eats_memory": ("def corr2d(X, K):\n    return [bytes(1 << 28) for _ in range(99)]\n", "failed", "MemoryError", "MemoryError"),
    "raises": ("def corr2d(X, K):\n    raise KeyError('mine')\n", "failed", "KeyError: 'mine'（第 13 行）", "KeyError: 'mine' (line 13)"),
    "returns_none": ("def corr2d(X, K):\n    X + 1\n", "failed", "忘了写 return", "`return` missing"),
    "returns_numpy": ("import numpy\ndef corr2d(X, K):\n    return numpy.zeros((2, 2))\n", "failed", "numpy.ndarray", "numpy.ndarray"),
    "returns_list": ("def corr2d(X, K):\n    return [[19, 25], [37, 43]]\n", "failed", "list", "list"),
    "returns_scalar": ("def corr2d(X, K):\n    return 19.0\n", "failed", "float", "float"),
    "returns_wrong_shape": ("def corr2d(X, K):\n    return X\n", "failed", "(3, 3)，应为 (2, 2)", "(3, 3); expected (2, 2)"),
    "returns_nan": ("def corr2d(X, K):\n    return X[1:, 1:] * float('nan')\n", "failed", "nan", "nan"),
    "returns_own_class": ("class Me: pass\ndef corr2d(X, K):\n    return Me()\n", "failed", "无法识别", "no known kind"),
    "misspelt": ("def corr2D(X, K):\n    return X\n", "failed", "找到的是 corr2D", "found `corr2D`, expected `corr2d`"),
    "absent": ("", "failed", "没有找到 corr2d", "corr2d was not found"),
    "not_callable": ("corr2d = 5\n", "failed", "int", "int"),
    "stub": ("def corr2d(X, K):\n    '''doc'''\n    pass\n", "not_attempted", "还没有作答", "Not attempted"),
}  # fmt: skip


@pytest.fixture(scope="module")
def run(grade, make_class, perfect, tmp_path_factory):
    students = {name: {file: content} for name, (file, content, *_) in NOT_GRADABLE.items()}
    students |= {name: {f"{A}.py": source} for name, (source, *_) in GRADABLE.items()}
    students |= {f"corr2d {name}": {f"{A}.py": BEFORE + source + AFTER} for name, (source, *_) in BAD_EXERCISE.items()}
    students |= {"nothing at all": {}, "zz_last": {f"{A}.py": perfect[A]}}
    folder = make_class(tmp_path_factory.mktemp("bad") / "class", students)
    (folder / "link").mkdir()
    (folder / "link" / f"{A}.py").symlink_to("/etc/hostname")
    (folder / "pipe").mkdir()
    (folder / "pipe" / f"{A}.py.d").mkdir()
    return grade(folder, tmp_path_factory.mktemp("bad_results"))


def test_the_run_ends_well_and_the_last_student_is_graded(run, full_marks):
    assert run.code == 0, run.stderr
    assert run.records["zz_last", A]["score"] == full_marks[A]


def test_nothing_is_blamed_on_the_grader(run):
    statuses = {exercise["status"] for record in run.records.values() for exercise in record["exercises"]}
    assert "grader_error" not in statuses
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("name", NOT_GRADABLE)
def test_what_cannot_be_graded_says_why(run, name):
    _, _, zh, en = NOT_GRADABLE[name]
    record = run.records[name, A]
    assert (record["status"], record["score"]) == ("not_gradable", 0.0)
    assert zh in record["message"]["zh"]
    assert en in record["message"]["en"]
    assert {exercise["status"] for exercise in record["exercises"]} == {"not_run"}


@pytest.mark.parametrize(
    ("name", "zh", "en"), [("nothing at all", "文件夹是空的", "the folder is empty"), ("link", "链接", "link")]
)
def test_a_folder_without_a_file_to_grade_says_why(run, name, zh, en):
    record = run.records[name, A]
    assert record["status"] == "not_gradable"
    assert zh in record["message"]["zh"]
    assert en in record["message"]["en"]


@pytest.mark.parametrize("name", GRADABLE)
def test_a_bad_statement_costs_nothing_but_itself(run, name):
    _, score, note = GRADABLE[name]
    record = run.records[name, A]
    assert (record["status"], record["score"]) == ("graded", score)
    assert note in record["message"]["zh"]


@pytest.mark.parametrize("name", BAD_EXERCISE)
def test_a_bad_exercise_costs_only_its_own_points(run, name):
    _, status, zh, en = BAD_EXERCISE[name]
    student = f"corr2d {name}"
    assert run.records[student, A]["score"] == FULL
    assert run.exercise(student, A, "corr2d")["status"] == status
    first = run.messages(student, A, "corr2d")[0]
    assert zh in first["zh"]
    assert en in first["en"]


def test_an_exercise_that_does_not_parse_is_told_its_line_and_the_cause(run):
    (message, *_) = run.messages("full_width_comma", A, "corr2d")
    assert "corr2d 的代码有语法错误（第 " in message["zh"]
    assert "full-width punctuation, ，" in message["en"]
