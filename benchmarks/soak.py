"""The soak: a large class, one in ten hostile, graded while processes are killed at random; figures at the end.

Usage: python benchmarks/soak.py [SUBMISSIONS] [SECONDS-BETWEEN-KILLS]

Shards, fork servers, workers and the grader itself are killed with -9.
A grader that was killed, or gave up with exit code 3, is started again with `--resume`.
Exits with 1 unless every honest student has exactly the right score and nothing is left behind.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
ASSIGNMENT = "image_convolution"
HOSTILE = (
    "import os\nos._exit(0)\n",
    "import os\ndef corr2d(X, K):\n    os.kill(os.getpid(), 9)\n",
    "import os\ndef corr2d(X, K):\n    os.kill(os.getppid(), 9)\n    return X\n",
    "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(3600)\n",
    "def corr2d(X, K):\n    return [bytes(1 << 28) for _ in range(99)]\n",
    "def corr2d(X, K):\n    return X.new_zeros(1).expand(1 << 40)\n",
    "import ctypes\nctypes.string_at(0)\n",
    "import sys\nsys.setrecursionlimit(10**9)\ndef corr2d(X, K):\n    return corr2d(X, K)\n",
    "for n in range(50):\n    open(f'f{n}', 'wb').write(bytes(1 << 20))\n",
    "import os\nos.closerange(0, 300)\n",
)
MOST_RUNS = 50
KILLS_EVERY = 5  # submissions for each kill, so that the run comes to an end on the slowest machine


def make_class(folder: Path, count: int) -> None:
    """Write the class: every tenth hand-in is hostile, every other is right."""
    right = (ROOT / "examples" / "class" / "王芳" / f"{ASSIGNMENT}.py").read_text(encoding="utf-8")
    for number in range(count):
        hostile = number % 10 == 9
        source = HOSTILE[number // 10 % len(HOSTILE)] if hostile else f"{right}\n# {number}\n"
        path = folder / f"{'hostile' if hostile else 'honest'}{number:05}" / f"{ASSIGNMENT}.py"
        path.parent.mkdir(parents=True)
        path.write_text(source, encoding="utf-8")


class Soak:
    """A class run whose processes are killed at random; `seen` has every process that was part of it."""

    def __init__(self, folder: Path, chance: random.Random, pause: float, most_kills: int) -> None:
        self.folder, self.chance, self.pause, self.most_kills = folder, chance, pause, most_kills
        self.kills: Counter[str] = Counter()
        self.seen: set[psutil.Process] = set()
        self.peak_open_files = 0
        self.runs = 0

    def run(self) -> int:
        """Grade with `--resume` until every submission has its result; return the last exit code."""
        for _ in range(MOST_RUNS):
            self.runs += 1
            if (code := self._run_once()) == 0:
                break
        return code

    def _run_once(self) -> int:
        words = ["grade", self.folder / "class", "--out", self.folder / "out", "--seed", "soak"]
        words += ["--resume", "--unproven"]
        with open(self.folder / "said", "ab") as said:
            process = psutil.Popen(
                [sys.executable, "-m", "autograder", *map(str, words)],
                cwd=ROOT,
                env=os.environ | {"TMPDIR": str(self.folder / "tmp")},
                stdout=said,
                stderr=said,
            )
        while process.poll() is None:
            time.sleep(self.chance.uniform(0.2, 2) * self.pause)
            if self.kills.total() < self.most_kills:
                self._kill_one(process)
        return int(process.returncode)

    def _kill_one(self, grader: psutil.Popen) -> None:
        try:
            family = grader.children(recursive=True)
            self.seen.update(family)
            self.peak_open_files = max(self.peak_open_files, grader.num_fds())
            victim = grader if self.chance.random() < 0.03 else self.chance.choice(family)
            self.kills[_role(victim, grader)] += 1
            victim.kill()
        except (psutil.Error, IndexError):  # it has ended, or is about to
            return


def _role(victim: psutil.Process, grader: psutil.Popen) -> str:
    """Return the name that a process of the grader gives itself."""
    return "grader" if victim == grader else victim.name()


def report(soak: Soak, code: int, seconds: float) -> bool:
    """Print the figures; return whether all is as it should be."""
    records = [json.loads(path.read_bytes()) for path in (soak.folder / "out").glob("*/*.json")]
    honest = [record["score"] for record in records if record["student"].startswith("honest")]
    hostile = Counter(str(record["score"]) for record in records if record["student"].startswith("hostile"))
    _, alive = psutil.wait_procs(soak.seen, timeout=30)
    left = list((soak.folder / "tmp").iterdir())
    memory = [path for path in Path("/dev/shm").iterdir() if path.name.startswith("autograder")]
    partial = list((soak.folder / "out").rglob("*.partial"))
    for line in (
        f"{len(records)} results in {seconds:.0f} s and {soak.runs} runs, exit code {code}",
        f"killed: {dict(soak.kills)}",
        f"honest: {honest.count(100.0)} of {len(honest)} have exactly 100 points",
        f"hostile: scores {dict(hostile)}",
        f"left behind: {len(alive)} of {len(soak.seen)} processes, {len(left)} scratch folders, "
        f"{len(partial)} partial files, {len(memory)} pieces of shared memory",
        f"open files of the grader at most: {soak.peak_open_files}",
    ):
        print(line)  # noqa: T201
    return code == 0 and honest.count(100.0) == len(honest) and not (alive or left or partial or memory)


def main() -> int:
    """Run the soak; return the exit code."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    pause = float(sys.argv[2]) if len(sys.argv) > 2 else 5.0
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder = Path(name)
        (folder / "tmp").mkdir()
        make_class(folder / "class", count)
        soak, started = Soak(folder, random.Random("soak"), pause, count // KILLS_EVERY), time.monotonic()
        code = soak.run()
        return 0 if report(soak, code, time.monotonic() - started) else 1


if __name__ == "__main__":
    sys.exit(main())
