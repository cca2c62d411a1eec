"""A file that holds no code is told as what it is: damaged, empty, in no encoding, or with NUL characters in it."""

from __future__ import annotations

import pytest

HALF = '{"cells": [{"cell_type": "code", "source": ["import tor'


@pytest.mark.parametrize("text", [HALF, "", '{"cells": 3}', "[]", '{"cells": [1]}'])
def test_a_damaged_notebook_is_told_as_such(folder, text):
    (folder.path / "image_convolution.ipynb").write_text(text, encoding="utf-8")
    code, output, _ = folder.check("image_convolution.ipynb")
    assert code == 1
    assert "image_convolution.ipynb 读不了，各题都没有检查" in output
    assert "笔记本文件已损坏" in output
    assert "exit()" not in output


def test_an_empty_file_is_told_as_such(folder):
    folder.file.write_text("\n", encoding="utf-8")
    assert "文件是空的，没有代码" in folder.check("image_convolution.py")[1]


def test_a_notebook_without_code_is_told_as_such(folder):
    (folder.path / "image_convolution.ipynb").write_text('{"cells": []}', encoding="utf-8")
    assert "文件是空的，没有代码" in folder.check("image_convolution.ipynb")[1]


@pytest.mark.parametrize("encoding", ["utf-16", "gbk", "utf-8-sig"])
def test_a_file_in_another_encoding_is_checked(folder, encoding):
    folder.answer("corr2d", folder.right)
    text = folder.file.read_text(encoding="utf-8").encode("gbk", "replace").decode("gbk")
    folder.file.write_bytes(text.encode(encoding))
    assert "✓ corr2d" in folder.check("corr2d")[1]


def test_a_nul_character_is_told_with_its_line(folder):
    folder.answer("corr2d", folder.right)
    text = folder.file.read_text(encoding="utf-8")
    folder.file.write_text(f"{text}\n\0\0\0\n", encoding="utf-8")
    line = text.count("\n") + 2
    assert f"第 {line} 行有 NUL 字符" in folder.check("image_convolution.py")[1]


def test_text_of_two_bytes_a_character_without_a_mark_is_told(folder):
    folder.file.write_bytes("import torch\n".encode("utf-16-le"))
    assert "第 1 行有 NUL 字符" in folder.check("image_convolution.py")[1]


def test_what_is_no_text_is_told(folder):
    folder.file.write_bytes(b"\xff\xfe\xff")
    assert "文件不是文本" in folder.check("image_convolution.py")[1]
