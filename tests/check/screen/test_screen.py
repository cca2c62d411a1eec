"""`python -m check` says in plain lines what is wrong, in the student's language, whatever the answers do."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LOOP = """
    n = 0
    while n < 1:
        n = n * 2
"""
ONES = """
    print("x" * 100_000)
    return torch.ones(6, 8)
"""


@pytest.fixture(scope="module")
def wrong(make_folder):
    """The output for a file with a mistake of every kind, each exercise in full."""
    folder = make_folder()
    folder.answer("corr2d", folder.flipped)
    folder.answer("output_shape", "    return input_shape，kernel_shape\n")
    folder.answer("edge_image", ONES)
    folder.answer("edge_kernel", "    return torch.tensr([[1.0, -1.0]])\n")
    folder.answer("receptive_field", "    1 + 1\n")
    return folder.check("image_convolution.py", "--all")


def test_something_to_mend_is_exit_code_1(wrong):
    assert wrong[0] == 1
    assert wrong[2] == ""


def test_plain_lines_have_no_colours(wrong):
    assert "\x1b" not in wrong[1]


def test_the_header_tells_how_many_exercises_pass(wrong):
    assert wrong[1].startswith("图像卷积 · image_convolution.py   ░░░░░░░░ 0/8 题通过公开检查")


def test_the_input_the_kernel_and_the_difference_stand_side_by_side(wrong):
    picture = """\
   X           K        得到       应为       差
  [0][1] 2     0  1    [ 5] 11    [19] 25     -14  -14
  [3][4] 5     2  3     23  29     37  43     -14  -14
   6  7  8
"""
    assert picture in wrong[1]


def test_one_element_is_worked_by_hand_in_the_student_s_way(wrong):
    assert "Y[0,0]：应为 0×0 + 1×1 + 3×2 + 4×3 = 19；你算的是 0×3 + 1×2 + 3×1 + 4×0 = 5" in wrong[1]


def test_the_layers_before_the_wrong_one_are_ticked(wrong):
    assert "✓ 运行  ✓ 类型  ✓ 形状  ✗ 数值" in wrong[1]


def test_a_full_width_comma_is_pointed_at_and_the_rest_is_checked(wrong):
    assert "有语法错误，其余照常检查" in wrong[1]
    lines = wrong[1].splitlines()
    at = next(number for number, line in enumerate(lines) if "return input_shape，kernel_shape" in line)
    assert lines[at + 1].strip() == "│                       ^ 这是全角字符“，”，请换成英文的“,”。"


def test_an_exercise_whose_code_has_a_syntax_error_says_so(wrong):
    assert "代码有语法错误，改好之后再检查。" in wrong[1]


def test_an_exception_is_told_with_its_line_and_explained(wrong):
    assert "torch.tensr" not in wrong[1]
    assert "has no attribute 'tensr'" in wrong[1]


def test_a_flood_of_output_is_cut(wrong):
    assert "x" * 50 in wrong[1]
    assert len(wrong[1]) < 20_000


@pytest.mark.slow
def test_an_endless_loop_names_its_line_and_the_rest_is_checked(folder):
    folder.answer("output_shape", LOOP)
    folder.answer("corr2d", folder.right)
    code, output, _ = folder.check("image_convolution.py", "--lang", "en")
    line = folder.file.read_text(encoding="utf-8").splitlines().index("    while n < 1:") + 1
    assert code == 1
    assert re.search(rf"Not finished after 5 seconds: it was in line ({line}|{line + 1}),", output)
    assert f"in the `while` loop that begins in line {line}" in output
    assert "✓ Passing: corr2d" in output


def test_a_crash_and_an_exit_are_told_and_the_rest_is_checked(folder):
    folder.answer("corr2d", folder.right)
    folder.answer("output_shape", "    import ctypes\n    ctypes.string_at(0)\n")
    folder.answer("edge_image", "    raise SystemExit\n")
    _, output, _ = folder.check("image_convolution.py", "--all")
    line = folder.file.read_text(encoding="utf-8").splitlines().index("    ctypes.string_at(0)") + 1
    assert f"Python 崩溃了：停在第 {line} 行" in output
    assert "Python 在这里提前结束了" in output
    assert "✓ corr2d" in output


@pytest.mark.slow
def test_a_file_that_never_loads_names_its_line(folder):
    folder.file.write_text("import torch\nwhile True:\n    pass\n", encoding="utf-8")
    code, output, _ = folder.check("image_convolution.py")
    assert code == 1
    assert "文件还没有读完就停住了" in output
    assert "在第 2 行开始的 while 循环里" in output


def test_right_answers_are_exit_code_0_and_not_called_full_marks(folder):
    shutil.copy(ROOT / "solutions" / "image_convolution.py", folder.file)
    code, output, _ = folder.check("image_convolution.py")
    assert code == 0
    assert "8/8 题通过公开检查" in output
    assert "不等于满分" in output
    assert json.loads((folder.path / ".check-progress.json").read_text())["passed"]["image_convolution"]


def test_a_notebook_is_checked_like_a_file(folder):
    cells = [
        "%matplotlib inline\nimport torch\nfrom check import check",
        f"def corr2d(X, K):{folder.flipped}",
        "check(corr2d)",
    ]
    notebook = {"cells": [{"cell_type": "code", "source": cell.splitlines(keepends=True)} for cell in cells]}
    (folder.path / "my copy.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    code, output, _ = folder.check("my copy.ipynb", LANG="en_US.UTF-8")
    assert code == 1
    assert "yours: 0×3 + 1×2 + 3×1 + 4×0 = 5" in output


def test_an_exercise_that_needs_another_one_waits_for_it(folder):
    text = folder.file.read_text(encoding="utf-8")
    before, name, after = text.partition("class Conv2D")
    init = "        super().__init__()\n        self.weight = nn.Parameter(torch.rand(kernel_size))\n"
    init += "        self.bias = nn.Parameter(torch.zeros(1))\n"
    forward = "        return corr2d(x, self.weight) + self.bias\n"
    after = after.replace("        pass\n", init, 1).replace("        pass\n", forward, 1)
    folder.file.write_text(before + name + after, encoding="utf-8")
    _, output, _ = folder.check("Conv2D")
    assert "○ Conv2D" in output
    assert "要先写好 corr2d" in output


def test_an_exercise_may_be_named(folder):
    code, output, _ = folder.check("edge_kernel")
    assert code == 1
    assert "○ edge_kernel  边缘检测的卷积核（5 分）" in output


@pytest.mark.parametrize("given", ["nothing.py", "README.md", "check", "corr3d"])
def test_a_wrong_file_is_answered_with_what_is_expected(folder, given):
    (folder.path / "README.md").write_text("# Read me\n", encoding="utf-8")
    code, output, error = folder.check(given)
    assert (code, output) == (2, "")
    assert "image_convolution.py" in error


def test_a_check_in_the_file_itself_does_nothing(folder):
    text = folder.file.read_text(encoding="utf-8")
    folder.file.write_text(f"{text}\nfrom check import check\ncheck(corr2d)\n", encoding="utf-8")
    _, output, _ = folder.check("corr2d")
    assert "○ corr2d" in output
    assert "运行时出错" not in output
