"""Of several files a student is graded for one that can be graded and is answered, and both are named."""

from __future__ import annotations

import pytest

A = "image_convolution"


@pytest.fixture
def answer(perfect):
    return perfect[A].encode()


@pytest.fixture
def stub(course):
    return course.stub(A).read_bytes()


@pytest.fixture
def as_notebook(to_notebook):
    return lambda source: to_notebook([source.decode()]).encode()


@pytest.fixture
def graded(classes, find, tmp_path):
    """Return the only hand-in of a student who handed in these files."""

    def graded(files):
        (handin,) = find(classes.write_folder(tmp_path / "class", files)).handins
        return handin

    return graded


@pytest.mark.parametrize("useless", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_of_the_assignments_own_name_does_not_win_over_a_copy(graded, answer, useless):
    handin = graded({f"li/{A}.py": useless, f"li/{A}(1).py": answer})
    assert handin.path.name == f"{A}(1).py"
    assert handin.remark.en == f"{A}.py is empty or damaged, so {A}(1).py is graded."
    assert f"{A}.py 是空的或已经损坏，以 {A}(1).py 为准" in handin.remark.zh


def test_an_empty_last_attempt_does_not_win_over_the_one_before(graded, answer):
    handin = graded({f"20231234_张三_{A}.py": answer, f"20231234_张三_{A} (1).py": b""})
    assert handin.path.name == f"20231234_张三_{A}.py"


@pytest.mark.parametrize("damaged", [b"{", b"", b'{"cells": []}'])
def test_a_damaged_notebook_does_not_win_over_a_file(graded, answer, damaged):
    handin = graded({f"li/{A}.ipynb": damaged, f"li/{A}.py": answer})
    assert handin.path.name == f"{A}.py"
    assert (handin.note, handin.remark.en) == (None, f"{A}.ipynb is empty or damaged, so {A}.py is graded.")


def test_an_untouched_notebook_does_not_win_over_an_answered_file(graded, answer, stub, as_notebook):
    handin = graded({f"li/{A}.ipynb": as_notebook(stub), f"li/{A}.py": answer})
    assert handin.path.name == f"{A}.py"
    assert handin.remark.en == f"{A}.ipynb has no answer in it, so {A}.py, which has, is graded."


def test_an_untouched_notebook_does_not_win_in_files_of_a_platform(graded, answer, stub, as_notebook):
    files = {f"zhangsan_12_5_{A}.py": answer, f"zhangsan_12_9_{A}.ipynb": as_notebook(stub)}
    assert graded(files).path.name == f"zhangsan_12_5_{A}.py"


def test_an_answered_notebook_wins_over_an_answered_file(graded, answer, as_notebook):
    handin = graded({f"li/{A}.ipynb": as_notebook(answer), f"li/{A}.py": answer})
    assert (handin.path.name, handin.remark) == (f"{A}.ipynb", None)
    assert "the notebook is graded" in handin.note.en


def test_of_two_untouched_files_the_usual_one_is_graded(graded, stub, as_notebook):
    assert graded({f"li/{A}.ipynb": as_notebook(stub), f"li/{A}.py": stub}).path.name == f"{A}.ipynb"


def test_a_student_whose_file_was_guessed_is_told_what_to_call_it(graded, answer):
    handin = graded({"li/conv final版本.py": answer})
    assert handin.remark.en.endswith(f"Next time call it {A}.py.")
    assert handin.remark.zh.endswith(f"下次请把文件命名为 {A}.py。")
