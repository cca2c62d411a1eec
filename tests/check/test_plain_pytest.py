"""Plain `pytest` in a student's folder says in a few lines what is wrong, and shows no source of ours."""

from __future__ import annotations

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


def test_a_right_answer_passes(answered, plain_pytest):
    assert plain_pytest(answered("h, w", "h, w"), "test_image_convolution.py")[-1].startswith("8 passed")


def test_a_wrong_answer_is_told_and_named_in_a_few_lines(answered, plain_pytest):
    lines = plain_pytest(answered("h, w = K.shape", "K = K.flip((0, 1)); h, w = K.shape"), "test_image_convolution.py")
    start = next(index for index, line in enumerate(lines) if "test_exercise[corr2d]" in line)
    end = next(index for index in range(start + 1, len(lines)) if lines[index].startswith(("___", "===")))
    told = [line for line in lines[start + 1 : end] if line]
    assert len(told) <= MOST_LINES
    assert "你把卷积核翻转了：那是严格意义上的卷积，这一题要的是互相关，核不翻转。" in told
    assert not any("assert" in line or "check/" in line for line in lines)


def test_a_full_width_comma_is_told_with_its_line(answered, plain_pytest):
    lines = plain_pytest(answered("h, w = K.shape", "h， w = K.shape"), "test_image_convolution.py")
    start = next(index for index, line in enumerate(lines) if "test_exercise[corr2d]" in line)
    assert "语法错误" in lines[start + 2]
    assert "h， w = K.shape" in "\n".join(lines[start : start + 5])
    assert not any("importlib" in line for line in lines)


def test_an_untouched_stub_takes_a_line_for_each_exercise(student_folder, plain_pytest):
    lines = plain_pytest(student_folder, "test_fc_to_conv.py")
    assert sum("还没有作答" in line for line in lines) == 6
    assert not any("Error" in line for line in lines)
