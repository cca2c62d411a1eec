"""What a command costs: wall time, CPU time of all its processes, and the peak memory of its process tree."""

from __future__ import annotations

import contextlib
import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

POLL_SECONDS = 0.25


@dataclass(frozen=True)
class Cost:
    """Seconds of wall time, seconds of CPU (user and system, children included), and MiB at the peak."""

    wall: float
    cpu: float
    peak: float = 0.0

    def per(self, count: int, without: Cost | None = None) -> Cost:
        """Return the cost of one of `count`, after taking away what is paid once."""
        wall, cpu = (self.wall - without.wall, self.cpu - without.cpu) if without else (self.wall, self.cpu)
        return Cost(wall / count, cpu / count, self.peak)


def run(command: Sequence[object], cwd: Path, **variables: str) -> Cost:
    """Run a command to its end; raise `RuntimeError` with what it said if it fails."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        environment = os.environ | {"OMP_NUM_THREADS": "1"} | variables
        process = psutil.Popen([*map(str, command)], cwd=cwd, env=environment, stdout=said, stderr=subprocess.STDOUT)
        peak = _watch(process)
        said.seek(0)
        if process.returncode:
            raise RuntimeError(f"{' '.join(map(str, command))}\n{said.read()[-3000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.monotonic() - started, cpu, peak / (1 << 20))


def _watch(process: psutil.Popen) -> int:
    """Wait for the end of a process; return the largest memory its tree had, shared pages counted once."""
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_memory, [process, *_children(process)])))
        with contextlib.suppress(psutil.TimeoutExpired, subprocess.TimeoutExpired):
            process.wait(POLL_SECONDS)
    return peak


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except (psutil.Error, OSError):
        return 0


def spread(values: Sequence[float], scale: float = 1.0) -> str:
    """Return the median of some values, and their minimum and maximum where there are several."""
    low, middle, high = (scale * f(values) for f in (min, statistics.median, max))
    return f"{middle:.1f}" if len(values) == 1 else f"{middle:.1f} [{low:.1f}-{high:.1f}]"
