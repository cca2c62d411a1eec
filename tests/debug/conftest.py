"""A tiny course whose suite, probe and solution print, and a terminal in which commands run as a person runs them."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXERCISE = 'add = { points = 5, title = { zh = "加法", en = "Adding" } }'
SOLUTION = """
print("the solution is loaded")

def add(a, b):
    ### BEGIN SOLUTION
    print("the solution adds")
    return a + b
    ### END SOLUTION
"""
SUITE = '''"""`add`: two numbers."""

from autograder.checks import check, compare


def add_twice(module, a, b):
    """Probe: return two sums."""
    print("the probe asks")
    total = module.add(a, b)
    return total, total


def take_away(name):
    """Setup: say what is taken away."""
    return name


def what_is_taken(module, name, a):
    """Probe: return the name and a sum."""
    return name, module.add(a, a)


@check(points=1, zh="公开", en="Public", public=True)
def test_public(student, reference):
    print("the suite asks")
    compare(student.call(2, 3, public=True), reference.call(2, 3), public=True)


@check(points=2, zh="隐藏的数", en="Hidden numbers")
def test_hidden(student, reference, draw):
    expected = reference.run(add_twice, 20, 30)
    compare(student.run(add_twice, 20, 30), expected)


@check(points=1, zh="大数", en="Large numbers")
def test_large(student, reference):
    compare(student.call(1000, 3000), reference.call(1000, 3000))


@check(points=1, zh="拿走", en="Taken away", needs_setup=True)
def test_setup(student):
    compare(student.run(what_is_taken, 4, setup=(take_away, ("nothing",))), ("nothing", 8))
'''
MULTIPLIES = '''"""你做了乘法。

You multiplied.

Check: hidden
"""


def add(a, b):
    return a * b
'''
RIGHT = "def add(a, b):\n    return sum((a, b))\n"
FILES = {
    "solutions/adding.py": SOLUTION,
    "autograder/suites/adding/test_add.py": SUITE,
    "autograder/suites/right/add/sums.py": RIGHT,
    "autograder/suites/misconceptions/add/multiplies.py": MULTIPLIES,
}
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
PATIENCE = 120  # seconds


@pytest.fixture(scope="session")
def adding(make_adding: Callable[..., Path]) -> Path:
    """Return the folder of the course, for tests that do not change it."""
    return make_adding(EXERCISE, FILES)


@pytest.fixture
def own_adding(make_adding: Callable[..., Path]) -> Path:
    """Return the folder of a course of one's own."""
    return make_adding(EXERCISE, FILES)


@pytest.fixture(scope="session")
def try_in(
    autograder: Callable[..., subprocess.CompletedProcess[str]],
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `autograder try add` in a course."""
    return lambda root, *words: autograder("try", "add", *words, cwd=root)


@pytest.fixture(scope="session")
def plain_pytest() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run plain `pytest` in a folder."""

    def plain_pytest(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *map(str, words)]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=280, check=False)

    return plain_pytest


class Terminal:
    """A person at a terminal: reads until something is there, and types lines."""

    def __init__(self, process: subprocess.Popen[bytes], descriptor: int) -> None:
        self._process = process
        self._descriptor = descriptor
        self._unread = ""
        self.everything = ""

    def wait_for(self, text: str) -> str:
        """Return what is shown up to a text."""
        end = time.monotonic() + PATIENCE
        while text not in self._unread:
            assert time.monotonic() < end, f"{text!r} does not come after:\n{self.everything}"
            assert self._read(end - time.monotonic()), f"it ended before {text!r}:\n{self.everything}"
        before, _, self._unread = self._unread.partition(text)
        return before

    def type(self, line: str) -> None:
        """Type a line."""
        os.write(self._descriptor, f"{line}\n".encode())

    def ask(self, line: str) -> str:
        """Type a command of the debugger, and return its answer."""
        self.type(line)
        return self.wait_for("(Pdb) ")

    def end(self) -> int:
        """Wait for the end and return the exit code."""
        while self._read(PATIENCE):
            pass
        return self._process.wait(PATIENCE)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._descriptor, 1 << 16)
        except OSError:  # the other end is closed
            return False
        self.everything += data.decode("utf-8", "replace")
        self._unread += ESCAPES.sub("", data.decode("utf-8", "replace"))
        return bool(data)


@pytest.fixture(scope="session")
def terminal() -> Callable[..., object]:
    """Run a Python module in a folder, in a terminal."""

    @contextmanager
    def terminal(folder: Path, *words: object) -> Iterator[Terminal]:
        ours, theirs = pty.openpty()
        environment = os.environ | {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", *map(str, words)]
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        try:
            yield Terminal(process, ours)
        finally:
            process.kill()
            process.wait()
            os.close(ours)

    return terminal
