"""How long a student waits after a save until the screen of `python -m check --watch` shows the answer.

Run from the repository root: .venv/bin/python benchmarks/latency.py [ROUNDS]
The file has right answers to all exercises of an assignment, so all public cases run. A save comes when the next spare
process is ready, and takes turns with `import torch` in a fresh Python.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from targets import met_or_missed

ROOT = Path(__file__).parents[1]
FILE = "image_convolution.py"
FOOTER = b"[q]"  # the last line of a screen
PAUSE = 3  # times `import torch`: until the next spare is ready
RATIO = 0.2  # of `import torch`
LIMIT = 60


def start(folder: Path) -> int:
    """Start watching in a pseudo-terminal and return its descriptor."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.environ |= {"TERM": "xterm-256color", "LANG": "zh_CN.UTF-8"}
        os.execv(sys.executable, [sys.executable, "-m", "check", FILE, "--watch"])
    return terminal


def wait_for_screen(terminal: int) -> None:
    """Read until a screen is drawn to its end; raise `TimeoutError` where none comes."""
    end, text = time.monotonic() + LIMIT, b""
    while FOOTER not in text:
        if time.monotonic() > end:
            raise TimeoutError(text.decode(errors="replace"))
        if select.select([terminal], [], [], 0.01)[0]:
            text += os.read(terminal, 1 << 16)


def import_torch() -> float:
    """Return the seconds of `import torch` in a fresh Python."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import torch"], check=True)
    return time.perf_counter() - began


def save(file: Path, number: int, terminal: int) -> float:
    """Return the seconds from a save to the end of the screen that answers it."""
    text = file.read_text(encoding="utf-8") + f"# {number}\n"
    began = time.perf_counter()
    file.write_text(text, encoding="utf-8")
    wait_for_screen(terminal)
    return time.perf_counter() - began


def main() -> None:
    """Print the medians, and whether the target is met."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "assignments"
        shutil.copytree(ROOT / "assignments", folder)
        shutil.copy(ROOT / "solutions" / FILE, folder)
        terminal = start(folder)
        wait_for_screen(terminal)
        imports, saves = [import_torch()], list[float]()
        for number in range(rounds):
            time.sleep(PAUSE * imports[-1])
            saves.append(save(folder / FILE, number, terminal))
            imports.append(import_torch())
        os.write(terminal, b"q")
    of_import, of_save = statistics.median(imports), statistics.median(saves)
    print(f"`import torch`      median {of_import:.2f} s, least {min(imports):.2f} s")  # noqa: T201
    print(f"answer after a save median {of_save:.2f} s, least {min(saves):.2f} s")  # noqa: T201
    print(met_or_missed("an answer after a save takes", of_save / of_import, RATIO, "of `import torch`"))  # noqa: T201


if __name__ == "__main__":
    main()
