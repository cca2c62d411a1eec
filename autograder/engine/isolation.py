"""What stands between a worker and the machine: the command line in front of the warm parent.

Three levels, strongest first: `bubblewrap` (own file system view, processes and network), `namespaces`
(own processes and network), `process` (resource limits only, which every level has).
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

SCRATCH = "/scratch"  # the one folder a worker may write to where it has a file system view of its own
SCRATCH_BYTES = 256 << 20
SYSTEM_FOLDERS = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")
SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/localtime")


@dataclass(frozen=True)
class Level:
    """A level of isolation: its name, and the command in front of a Python that may read `folders`."""

    name: str
    prefix: Callable[[Sequence[Path]], list[str]]
    own_files: bool


def interpreter() -> str:
    """Return the Python a worker runs: the one behind a virtual environment, which starts without that folder."""
    return os.path.realpath(sys.executable)


def site_folders() -> list[Path]:
    """Return the folders that hold the installed libraries."""
    return [Path(path) for path in dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))]


def _bubblewrap(folders: Sequence[Path]) -> list[str]:
    command = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    for system in SYSTEM_FOLDERS:
        if os.path.islink(system):
            command += ["--symlink", os.readlink(system), system]
        elif os.path.isdir(system):
            command += ["--ro-bind", system, system]
    for path in (*SYSTEM_FILES, *map(str, folders)):
        command += ["--ro-bind-try", path, path]
    command += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    return [*command, "--size", str(SCRATCH_BYTES), "--tmpfs", SCRATCH, "--remount-ro", "/", "--chdir", SCRATCH, "--"]


def _namespaces(_folders: Sequence[Path]) -> list[str]:
    return [
        "unshare",
        "--user",
        "--map-root-user",
        "--net",
        "--pid",
        "--ipc",
        "--mount-proc",
        "--fork",
        "--kill-child",
        "--",
    ]


LEVELS = (
    Level("bubblewrap", _bubblewrap, own_files=True),
    Level("namespaces", _namespaces, own_files=False),
    Level("process", lambda _folders: [], own_files=False),
)


def readable_folders() -> list[Path]:
    """Return what a worker's Python has to read: the interpreter, its libraries and the worker's own code."""
    return [Path(sys.base_prefix), *site_folders(), Path(__file__).parents[1] / "worker"]


@functools.cache
def strongest() -> Level:
    """Return the strongest level this machine allows, found by trying."""
    return next(level for level in LEVELS if works(level))


def works(level: Level) -> bool:
    """Tell whether a Python starts at this level on this machine and can read the worker's code."""
    command = level.prefix(readable_folders())
    if not command:
        return True
    if shutil.which(command[0]) is None:
        return False
    read = f"open({str(readable_folders()[-1] / '__init__.py')!r})"
    trial = subprocess.run([*command, interpreter(), "-S", "-c", read], capture_output=True, timeout=30, check=False)
    return trial.returncode == 0
