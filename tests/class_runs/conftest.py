"""What the tests of class runs share: reading an output folder, and killing processes of a run from outside."""

from __future__ import annotations

import contextlib
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[2]


class LiveRun:
    """A running `autograder grade`; `seen` has every process that it was seen to start."""

    def __init__(self, folder: Path, out: Path, scratch: Path, *options: object) -> None:
        command = [sys.executable, "-m", "autograder", "grade", folder, "--out", out, "--seed", "test", *options]
        scratch.mkdir(exist_ok=True)
        self.out = out
        self.stderr = open(scratch.parent / "stderr", "w+", encoding="utf-8")  # noqa: SIM115 - closed by `end`
        self.process = subprocess.Popen(
            [*map(str, command)],
            cwd=ROOT,
            env=os.environ | {"TMPDIR": str(scratch)},
            stdout=subprocess.DEVNULL,
            stderr=self.stderr,
        )
        self.seen: set[psutil.Process] = set()

    def results(self) -> int:
        return len(list(self.out.glob("*/*.json")))

    def wait_for(self, results: int) -> None:
        """Return when so many results are written, or the run is over."""
        while self.results() < results and self.process.poll() is None:
            self.family()
            time.sleep(0.01)

    def family(self) -> list[psutil.Process]:
        with contextlib.suppress(psutil.NoSuchProcess):
            family = psutil.Process(self.process.pid).children(recursive=True)
            self.seen.update(family)
            return family
        return []

    def members(self, role: str) -> list[psutil.Process]:
        """Return the processes of a role, which is the name that they give themselves."""
        found = []
        for member in self.family():
            with contextlib.suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
                if member.name() == role and member.status() != psutil.STATUS_ZOMBIE:
                    found.append(member)
        return found

    def kill_one(self, role: str, chance: random.Random) -> bool:
        """Kill a process of a role, if there is one."""
        members = self.members(role)
        if not members:
            return False
        with contextlib.suppress(psutil.NoSuchProcess):
            chance.choice(members).kill()
        return True

    def end(self, seconds: float = 120) -> tuple[int, str]:
        """Wait for the end; return the exit code and what was said on stderr."""
        code = self.process.wait(seconds)
        self.stderr.seek(0)
        with self.stderr:
            return code, self.stderr.read()

    def left_behind(self) -> list[psutil.Process]:
        """Return the processes that were seen and still run, after some time to end."""
        _, alive = psutil.wait_procs(self.seen, timeout=15)
        return alive


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., LiveRun]:
    """Start grading a class, with a TMPDIR of its own below the test's folder."""

    def start(folder: Path, out: Path, *options: object) -> LiveRun:
        return LiveRun(folder, out, tmp_path / "scratch", *options)

    return start


@pytest.fixture(scope="session")
def contents() -> Callable[[Path], dict[str, str]]:
    """Return the text of every file in an output folder, by relative path, without the durations."""

    def contents(out: Path) -> dict[str, str]:
        files = [path for path in sorted(out.rglob("*")) if path.is_file()]
        return {
            str(path.relative_to(out)): re.sub(r'"duration": [\d.e-]+', "", path.read_text(encoding="utf-8"))
            for path in files
        }

    return contents
