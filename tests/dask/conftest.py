"""A real Dask cluster on loopback: a scheduler and workers, each a process of its own, stopped by their pids."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from distributed import Client

ROOT = Path(__file__).parents[2]


class Cluster:
    """A scheduler, and as many workers as are started; each worker has one thread and a nanny that replaces it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[psutil.Popen] = []
        self._workers = 0
        self._lost = False
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", cwd=ROOT)
        self.client = Client(scheduler_file=str(self._file), timeout=60)
        self.address: str = self.client.scheduler.address

    @property
    def _file(self) -> Path:
        return self._folder / "scheduler.json"

    def start_worker(self, *options: object, cwd: Path = ROOT) -> None:
        self._start("worker", "--nthreads", "1", "--no-dashboard", "--local-directory", self._folder, *options, cwd=cwd)
        self._workers += 1
        self.client.wait_for_workers(self._workers, timeout=60)

    def pids(self) -> list[int]:
        """Return the process of each worker that is there."""
        return list(self.client.run(os.getpid).values())

    def kill_scheduler(self) -> None:
        """Kill the scheduler alone; its workers end by themselves or with the cluster."""
        self._lost = True
        self.client.close()
        self._processes[0].kill()

    def stop(self) -> list[psutil.Process]:
        """End the cluster; return what is left of it."""
        if not self._lost:
            self.client.wait_for_workers(self._workers, timeout=60)  # a nanny ended while it replaces one may hang
            self.client.close()
        family = [member for process in self._processes for member in (process, *process.children(recursive=True))]
        for process in reversed(self._processes):
            process.terminate()
        _, alive = psutil.wait_procs(family, timeout=30)
        for process in alive:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        return alive

    def _start(self, what: str, *options: object, cwd: Path) -> None:
        command = [sys.executable, "-m", "dask", what, "--scheduler-file", self._file, *options]
        log = self._folder / f"{what}-{len(self._processes)}.log"
        with log.open("w") as out:
            process = psutil.Popen([*map(str, command)], cwd=cwd, stdout=out, stderr=subprocess.STDOUT)
        self._processes.append(process)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Start a scheduler without workers; afterwards nothing of the cluster may be left."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    cluster = Cluster(folder)
    try:
        yield cluster
    finally:
        left = cluster.stop()
    assert left == []


@pytest.fixture(scope="session")
def same() -> Callable[[Path, Path], bool]:
    """Tell whether two output folders hold the same bytes, durations aside."""

    def lines(out: Path) -> dict[str, list[bytes]]:
        files = (path for path in out.rglob("*") if path.is_file())
        return {
            str(path.relative_to(out)): [line for line in path.read_bytes().splitlines() if b'"duration"' not in line]
            for path in files
        }

    return lambda one, other: lines(one) == lines(other)
