"""What the terminal says of input, tabs, warnings and counts, and how its arguments may stand."""

from __future__ import annotations

import pytest


def test_options_may_stand_between_names(folder):
    code, output, error = folder.check("image_convolution.py", "--lang", "en", "corr2d")
    assert (code, error) == (1, "")
    assert "○ corr2d" in output


def test_all_exercises_that_are_named_are_shown(folder):
    output = folder.check("corr2d", "edge_kernel")[1]
    assert "○ corr2d" in output
    assert "○ edge_kernel" in output


def test_an_exercise_with_a_syntax_error_has_all_its_cases_counted(folder):
    folder.answer("corr2d", "    return X，K\n")
    assert "公开示例 0/7" in folder.check("corr2d")[1]


def test_hints_are_numbered_without_a_gap(folder):
    output = folder.check("corr2d")[1]
    assert "① 还没有作答" in output
    assert "② 课文" in output


def test_input_is_told_to_be_removed(folder):
    folder.file.write_text(folder.file.read_text(encoding="utf-8") + "\nn = int(input())\n", encoding="utf-8")
    assert "删掉 input" in folder.check("corr2d")[1]


def test_input_in_an_exercise_is_told_to_be_removed(folder):
    folder.answer("corr2d", "    return X * int(input())\n")
    assert "删掉 input" in folder.check("corr2d")[1]


@pytest.mark.parametrize("body", ["    h = 1\n\treturn h\n", "    if 1:\n        h = 1\n\treturn h\n"])
def test_a_tab_among_spaces_is_called_a_tab(folder, body):
    folder.answer("corr2d", body)
    assert "制表符（Tab）" in folder.check("corr2d")[1]


def test_a_warning_about_what_is_allowed_is_not_shown(folder):
    folder.answer("corr2d", "    float(K.sum().requires_grad_())\n    return X\n")
    assert "Warning" not in folder.check("corr2d")[1]


def test_a_full_width_character_stands_in_quotation_marks(folder):
    folder.answer("corr2d", "    return X，K\n")
    output = folder.check("corr2d", "--lang", "en")[1]
    assert "This is the full-width character “，”: type “,” instead." in output


def test_help_says_what_is_checked_where_nothing_is_named(folder):
    output = " ".join(folder.check("--help")[1].split())
    assert "the first assignment here that is not all right" in output
