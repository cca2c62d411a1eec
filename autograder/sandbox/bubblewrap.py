"""The command line that starts a process of the worker at a level of isolation, its environment and its settings."""

from __future__ import annotations

import base64
import os
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.sandbox.seccomp import filter_program

WORKER_FOLDER = Path(__file__).parents[1] / "worker"
SCRATCH = "/scratch"  # the one folder a worker may write to where it has a file system view of its own
SCRATCH_BYTES = 256 << 20
SYSTEM_FOLDERS = ("/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/bin", "/lib", "/lib32", "/lib64", "/bin")
SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo")
NAMESPACES = ("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try")
KEPT_BY_ROOT = ("CAP_SETUID", "CAP_SETGID", "CAP_KILL", "CAP_CHOWN", "CAP_DAC_OVERRIDE")
ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",  # a second thread in the parent would leave its locks held in every child
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "MPLBACKEND": "Agg",
    "TORCHDYNAMO_DISABLE": "1",  # `torch.compile` asks for a compiler; without one the function runs as it is written
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
}
BOOT = (
    "import importlib, importlib.util as u, sys; module, folder, *sites = sys.argv[1:-1]; sites.remove('--');"
    "sys.path += sites;"
    "spec = u.spec_from_file_location('worker', folder + '/__init__.py', submodule_search_locations=[folder]);"
    "sys.modules['worker'] = package = u.module_from_spec(spec); spec.loader.exec_module(package);"
    "importlib.import_module('worker.' + module).boot()"
)


@dataclass(frozen=True)
class Level:
    """A level of isolation: its name and its layers."""

    name: str
    bubblewrap: bool
    lockdown: bool


def readable_paths() -> list[str]:
    """Return what a worker's Python has to read: the interpreter, its libraries and the worker's own code."""
    prefixes = dict.fromkeys((Path(sys.base_prefix), Path(interpreter()).parents[1]))  # one may be a link to the other
    python = [prefix / name for prefix in prefixes for name in ("lib", "lib64", "bin")]
    paths = dict.fromkeys((*SYSTEM_FOLDERS, *SYSTEM_FILES, *map(str, (*python, *site_folders(), WORKER_FOLDER))))
    return [path for path in paths if os.path.exists(path)]


def interpreter() -> str:
    """Return the Python a worker runs: the one behind a virtual environment, which starts without that folder."""
    return os.path.realpath(sys.executable)


def site_folders() -> list[Path]:
    """Return the folders that hold the installed libraries."""
    return [Path(path) for path in dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))]


def command(level: Level, uid: int | None, module: str, *words: str) -> list[str]:
    """Return the command line that runs `boot()` of a module of the worker at a level."""
    python = [interpreter(), "-s", "-S", "-P", "-B", "-X", "utf8", "-c", BOOT]
    prefix = _bubblewrap(uid) if level.bubblewrap else []
    return [*prefix, *python, module, str(WORKER_FOLDER), *map(str, site_folders()), "--", *words]


def settings(level: Level, uid: int | None) -> dict[str, Any]:
    """Return what a fork server has to know about its level."""
    writable = [SCRATCH] if level.bubblewrap else []  # a folder on the machine's own disk could be filled
    program = base64.b64encode(filter_program()).decode() if level.lockdown else None
    return {
        "filter": program,
        "uid": uid,
        "reads_all": level.lockdown and not level.bubblewrap,  # only what Landlock leaves open, that is
        "readable": readable_paths(),
        "writable": writable,
    }


def _bubblewrap(uid: int | None) -> list[str]:
    """Return the command in front of the fork server; with `uid` it keeps what it takes to become that user."""
    words = ["bwrap", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    words += ["--unshare-all"] if uid is None else NAMESPACES
    words += [word for name in KEPT_BY_ROOT if uid is not None for word in ("--cap-add", name)]
    for folder in dict.fromkeys(str(parent) for path in readable_paths() for parent in reversed(Path(path).parents)):
        words += ["--perms", "0755", "--dir", folder]  # left to itself, bubblewrap lets only its own user pass
    for path in readable_paths():
        words += ["--symlink", os.readlink(path), path] if os.path.islink(path) else ["--ro-bind", path, path]
    words += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    return [*words, "--size", str(SCRATCH_BYTES), "--tmpfs", SCRATCH, "--remount-ro", "/", "--chdir", SCRATCH, "--"]
