"""Which compiled libraries each process of a run has loaded, seen in the files that it maps into its memory."""

from __future__ import annotations

import contextlib
import re
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import psutil

POLL_SECONDS = 0.002  # a worker lives for some hundredths of a second
LIBRARIES = ("torch", "numpy", "pandas", "matplotlib")
COMMAND = "the command"
PROCESSES = (COMMAND, "shard parent", "shard", "server parent", "fork server", "worker")  # by the names they take
FOLDER = re.compile(r"/site-packages/(\w+)/")


def loaded_in_each(command: Sequence[str], cwd: Path) -> dict[str, set[str]]:
    """Run a command to its end; return the libraries of each of `PROCESSES` that was seen while it ran."""
    seen: dict[str, set[str]] = defaultdict(set)
    with psutil.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for one in [process, *process.children(recursive=True)]:
                with contextlib.suppress(psutil.Error, OSError):
                    name = COMMAND if one.pid == process.pid else one.name()
                    seen[name] |= _loaded(one.pid)
            with contextlib.suppress(psutil.TimeoutExpired, subprocess.TimeoutExpired):
                process.wait(POLL_SECONDS)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return {name: seen[name] for name in PROCESSES if name in seen}


def _loaded(pid: int) -> set[str]:
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace")
    return set(FOLDER.findall(maps)) & set(LIBRARIES)


def loaded_table(courses: dict[str, dict[str, set[str]]]) -> str:
    """Return a table: a row for each process, a column for each course."""
    rows = ["| | " + " | ".join(courses) + " |", "|---|" + "---|" * len(courses)]
    for process in PROCESSES:
        cells = (", ".join(sorted(seen.get(process, ()))) or "none" for seen in courses.values())
        rows.append(f"| {process} | {' | '.join(cells)} |")
    return "\n".join(rows)
