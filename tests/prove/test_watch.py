"""`autograder prove --watch` proves at once and after each save, until it is told to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest

pytestmark = pytest.mark.every_core

ROOT = Path(__file__).parents[2]
SUITE = Path("autograder", "suites", "adding", "test_sound.py")
SECONDS = 120  # so long a line is waited for


class Watching:
    """A proof that goes on, and the lines that it writes."""

    def __init__(self, course: Path) -> None:
        command = [sys.executable, "-u", "-m", "autograder", "prove", "--watch", "--jobs", "1"]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            command, cwd=course, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._timer = threading.Timer(SECONDS, self.process.kill)
        self._timer.start()

    def until(self, words: str) -> list[str]:
        """Return the lines up to the one with these words."""
        lines = []
        for line in self.process.stdout:
            lines.append(line.rstrip("\n"))
            if words in line:
                return lines
        pytest.fail(f"{words!r} was not said in: {lines}")

    def close(self) -> None:
        self._timer.cancel()
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def watching(plant, holes, tmp_path):
    course = plant(tmp_path / "course", {"sound": holes["sound"]})
    running = Watching(course)
    yield running, course
    running.close()


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_each_save_is_proven_until_it_is_told_to_end(watching, number):
    running, course = watching
    assert not any("Not proven" in line for line in running.until("Waiting for a save"))
    sound = (course / SUITE).read_text(encoding="utf-8")
    (course / SUITE).write_text(sound.replace("0, 7", "3, 5"), encoding="utf-8")
    assert "Not proven: sound" in running.until("Waiting for a save")
    (course / SUITE).write_text(sound, encoding="utf-8")
    assert not any("Not proven" in line for line in running.until("Waiting for a save"))
    family = psutil.Process(running.process.pid).children(recursive=True)
    running.process.send_signal(number)
    running.until("Stopped. It has proven 3 times.")
    assert running.process.wait(SECONDS) == 128 + number
    assert psutil.wait_procs(family, timeout=15)[1] == []


def test_watching_and_accepting_do_not_go_together(plant, holes, tmp_path, autograder):
    course = plant(tmp_path / "course", {"sound": holes["sound"]})
    done = autograder("prove", "--watch", "--accept-equivalent", "abc", "--reason", "None.", cwd=course)
    assert done.returncode == 2
    assert "do not go together" in done.stderr
