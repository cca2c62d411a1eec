"""Watching on a terminal: each save is checked, keys change the screen, and the terminal is put back at the end."""

from __future__ import annotations

import json
import os
import re
import select
import sys
import time

import pytest

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
CLEAR = "\x1b[H\x1b[2J\x1b[3J"
LIMIT = 60  # seconds


class Terminal:
    """`python -m check --watch` in a pseudo-terminal."""

    def __init__(self, folder, *arguments):
        self.shown = ""
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder.path)
            os.environ |= {"LANG": "zh_CN.UTF-8", "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "40"}
            os.environ.pop("LC_ALL", None)
            os.execv(sys.executable, [sys.executable, "-m", "check", "--watch", *arguments])

    def screen(self, *, having):
        """Wait until a screen with these words is drawn, and return it without colours."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.1)[0]:
                self.shown += os.read(self.terminal, 65536).decode(errors="ignore")
            last = re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", self.shown.rpartition(CLEAR)[2])
            if having in last and "保存后自动重查" in last:
                return last
        raise AssertionError(self.shown)

    def press(self, key):
        os.write(self.terminal, key.encode())

    def end(self):
        """Press q and return the exit code."""
        self.press("q")
        code = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        os.close(self.terminal)
        return code


def test_saves_and_keys(folder, picture):
    """One session, as each start of the check takes a while."""
    folder.answer("corr2d", folder.flipped)
    terminal = Terminal(folder, "corr2d")
    first = terminal.screen(having="✗ corr2d")
    assert "[3][4] 5" in first
    assert "[q] 退出" in first
    assert "Y[0,0]" not in first

    for _ in range(4):
        terminal.press("h")
    assert "你算的是 0×3 + 1×2 + 3×1 + 4×0 = 5" in terminal.screen(having="Y[0,0]")
    picture("watch", terminal.shown.rpartition(CLEAR)[2].replace("\r\n", "\n"))

    terminal.press("l")
    assert "receptive_field_mask" in terminal.screen(having="公开示例 0/")

    terminal.press("l")
    terminal.press("p")
    terminal.screen(having="① 返回值的形状对了")
    terminal.press("p")

    text = folder.file.read_text(encoding="utf-8")
    folder.file.write_text(text.replace("h, w = K.shape", "h， w = K.shape"), encoding="utf-8")
    assert "这是全角字符“，”" in terminal.screen(having="语法错误")

    folder.file.write_text(text.replace(".flip(0, 1)", ""), encoding="utf-8")
    assert "✓ corr2d" in terminal.screen(having="1/8 题通过公开检查")
    assert terminal.end() == 0


def test_of_a_file_and_a_notebook_the_one_saved_last_is_checked(folder):
    """The notebook of a release is a moment newer than the file."""
    stub = "def corr2d(X, K):\n    pass\n"
    notebook = {"cells": [{"cell_type": "code", "source": stub}]}
    (folder.path / "image_convolution.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    terminal = Terminal(folder, "corr2d")
    terminal.screen(having="图像卷积 · image_convolution.ipynb")
    folder.answer("corr2d", folder.flipped)
    assert "✗ corr2d" in terminal.screen(having="图像卷积 · image_convolution.py")
    folder.file.write_text("", encoding="utf-8")
    terminal.screen(having="文件是空的")
    folder.file.unlink()
    terminal.screen(having="image_convolution.py 不在了")
    assert terminal.end() == 1


@pytest.mark.slow
def test_a_save_in_the_middle_of_an_endless_loop_is_checked_at_once(folder):
    folder.answer("corr2d", "    while True:\n        X = X\n")
    terminal = Terminal(folder, "image_convolution.py")
    text = folder.file.read_text(encoding="utf-8")
    terminal.screen(having="⏱ corr2d")
    folder.file.write_text(text + "\n", encoding="utf-8")
    time.sleep(1)
    folder.file.write_text(text.replace("while True:", "if True:"), encoding="utf-8")
    terminal.screen(having="✗ corr2d")
    assert terminal.end() == 1
