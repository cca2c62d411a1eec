"""Plain `pytest` in a student's folder says in a few lines what is wrong, and shows no source of ours."""

from __future__ import annotations

import re

import pytest

MOST_LINES = 8  # for an exercise


@pytest.fixture
def answered(course, student_folder):
    """Return a function that puts the solution of `image_convolution` with one change into a student's folder."""

    def answered(old, new):
        text = course.solution("image_convolution").read_text(encoding="utf-8")
        assert old in text
        (student_folder / "image_convolution.py").write_text(text.replace(old, new, 1), encoding="utf-8")
        return student_folder

    return answered


def told(lines, exercise):
    """Return the lines of the failure of an exercise."""
    start = next(index for index, line in enumerate(lines) if f" test_exercise[{exercise}] " in line)
    end = next(index for index in range(start + 1, len(lines)) if lines[index].startswith(("___", "===")))
    return [line for line in lines[start + 1 : end] if line]


def failed(lines):
    """Return the exercises that failed."""
    return re.findall(r"^FAILED .*\[(\w+)\]", "\n".join(lines), re.MULTILINE)


def test_a_right_answer_passes(course, answered, plain_pytest):
    count = len(course.assignments["image_convolution"].exercises)
    assert plain_pytest(answered("h, w", "h, w"), "test_image_convolution.py")[-1].startswith(f"{count} passed")


def test_a_wrong_answer_is_told_and_named_in_a_few_lines(answered, plain_pytest):
    folder = answered("h, w = K.shape", "K = K.flip((0, 1)); h, w = K.shape")
    with (folder / "image_convolution.py").open("a", encoding="utf-8") as file:
        file.write("\nfrom check import check\n\ncheck(corr2d)  # copied from the notebook\n")
    lines = plain_pytest(folder, "test_image_convolution.py")
    assert "output_shape" not in failed(lines)
    assert len(told(lines, "corr2d")) <= MOST_LINES
    assert "你把卷积核翻转了：那是严格意义上的卷积，这一题要的是互相关，核不翻转。" in told(lines, "corr2d")
    assert not any("assert" in line or "check/" in line for line in lines)


def test_a_full_width_comma_is_told_with_its_line_and_the_other_exercises_are_tested(answered, plain_pytest):
    lines = plain_pytest(answered("h, w = K.shape", "h， w = K.shape"), "test_image_convolution.py")
    assert failed(lines) == ["corr2d", "Conv2D"]
    where, *_, why = told(lines, "corr2d")
    assert re.search(r"第 \d+ 行有语法错误.*：h， w = K.shape$", where)
    assert why.startswith("这是全角字符“，”，请换成英文的“,”。")
    assert "要先写好 corr2d" in "".join(told(lines, "Conv2D"))


def test_an_import_that_fails_is_told_once_for_each_exercise_that_needs_it(answered, plain_pytest):
    folder = answered("h, w = K.shape", "h, w = np.shape(K)")
    path = folder / "image_convolution.py"
    text = path.read_text(encoding="utf-8").replace("import torch\n", "import torch\nimport nump as np\n", 1)
    path.write_text(text, encoding="utf-8")
    lines = plain_pytest(folder, "test_image_convolution.py")
    assert sum("运行时出错，其余照常检查：import nump as np" in line for line in told(lines, "corr2d")) == 1
    assert "output_shape" not in failed(lines)


@pytest.mark.slow
def test_an_endless_loop_ends_and_its_line_is_told(answered, plain_pytest):
    lines = plain_pytest(answered("h, w = K.shape", "while True: h, w = K.shape"), "test_image_convolution.py")
    assert re.search(r"corr2d：5 秒没有结束：停在第 \d+ 行", told(lines, "corr2d")[0])
    assert "output_shape" not in failed(lines)


def test_a_missing_file_is_told_in_a_line(student_folder, plain_pytest):
    (student_folder / "practice.py").unlink()
    lines = plain_pytest(student_folder, "test_practice.py")
    assert "没有找到 practice.py" in told(lines, "im2col")[0]
    assert not any("Error" in line for line in lines)


def test_an_untouched_stub_takes_a_line_for_each_exercise(course, student_folder, plain_pytest):
    lines = plain_pytest(student_folder, "test_fc_to_conv.py")
    count = len(course.assignments["fc_to_conv"].exercises)
    assert sum("还没有作答" in line for line in lines) == count
    assert not any("Error" in line for line in lines)
