"""What stands between a worker and the machine, in levels.

Every level has resource limits, an empty environment, time limits and an end for everything a worker starts. On
top of that come two layers: bubblewrap around the warm parent (own files, processes and network), and a lockdown of
each worker (Landlock and a system call filter). A level says which of them it has.
"""

from __future__ import annotations

import base64
import functools
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autograder.engine.syscalls import filter_program
from autograder.errors import UsageError
from autograder.manifest import Course

WORKER_FOLDER = Path(__file__).parents[1] / "worker"
SCRATCH = "/scratch"  # the one folder a worker may write to where it has a file system view of its own
SCRATCH_BYTES = 256 << 20
SYSTEM_FOLDERS = ("/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/bin", "/lib", "/lib32", "/lib64", "/bin")
SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo")
NAMESPACES = ("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try")
KEPT_BY_ROOT = ("CAP_SETUID", "CAP_SETGID", "CAP_KILL", "CAP_CHOWN", "CAP_DAC_OVERRIDE")
FIRST_UID, UIDS = 61184, 4096  # a range no distribution gives to people
TRIAL_SECONDS = 60
BOOT = (
    "import importlib, importlib.util as u, sys; module, folder, *sites = sys.argv[1:-1]; sites.remove('--');"
    "sys.path += sites;"
    "spec = u.spec_from_file_location('worker', folder + '/__init__.py', submodule_search_locations=[folder]);"
    "sys.modules['worker'] = package = u.module_from_spec(spec); spec.loader.exec_module(package);"
    "importlib.import_module('worker.' + module).boot()"
)
REFUSED = (
    "this machine isolates student code at level `{found}` only, and `{weakest}` is asked for. {remedy} "
    "To grade students you trust without a sandbox, add --allow-unsandboxed."
)
INSTALL = "On Debian or Ubuntu: sudo apt install bubblewrap libseccomp2 (Linux 5.13 or later)."
OTHER_SYSTEM = "Only Linux has one; use a Linux machine or container."


@dataclass(frozen=True)
class Level:
    """A level of isolation: its name and its layers."""

    name: str
    bubblewrap: bool
    lockdown: bool


LEVELS = (  # strongest first
    Level("full", bubblewrap=True, lockdown=True),
    Level("bubblewrap", bubblewrap=True, lockdown=False),
    Level("landlock", bubblewrap=False, lockdown=True),
    Level("process", bubblewrap=False, lockdown=False),
)
UNSANDBOXED = LEVELS[-1].name
NAMES = tuple(level.name for level in LEVELS)


def strongest(weakest: str = UNSANDBOXED) -> Level:
    """Return the strongest level this machine allows; raise `UsageError` if that is below `weakest`."""
    if weakest not in NAMES:
        raise UsageError(f"There is no isolation level {weakest!r}. There are: {', '.join(NAMES)}.")
    found = _strongest()
    if NAMES.index(found.name) > NAMES.index(weakest):
        remedy = INSTALL if sys.platform == "linux" else OTHER_SYSTEM
        raise UsageError(REFUSED.format(found=found.name, weakest=weakest, remedy=remedy))
    return found


def with_isolation(course: Course, weakest: str, allow_unsandboxed: bool) -> Course:
    """Return the course with the weakest level that may grade it, if it can be had here; raise `UsageError` if not.

    An empty `weakest` leaves what the manifest says.
    """
    chosen = UNSANDBOXED if allow_unsandboxed else weakest or course.limits.isolation
    if chosen == UNSANDBOXED and not allow_unsandboxed:
        raise UsageError(f"`{UNSANDBOXED}` is no sandbox. To grade students you trust at it, use --allow-unsandboxed.")
    strongest(chosen)
    return replace(course, limits=replace(course.limits, isolation=chosen))


@functools.cache
def _strongest() -> Level:
    return next(level for level in LEVELS if works(level))


def works(level: Level) -> bool:
    """Tell whether this level can be had here, found by trying."""
    if (level.bubblewrap and shutil.which("bwrap") is None) or (level.lockdown and not filter_program()):
        return False
    return worker_uid(level) is not None or _holds(level, None)


def worker_uid(level: Level) -> int | None:
    """Return the user the workers of this process become when it runs as root, or None where they cannot."""
    if os.geteuid() != 0:
        return None
    uid = FIRST_UID + os.getpid() % UIDS  # one for each shard, so that none can reach the workers of another
    return uid if _holds(level, uid) else None


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
    """Return what a warm parent has to know about its level."""
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
    """Return the command in front of the warm parent; with `uid` it keeps what it takes to become that user."""
    words = ["bwrap", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    words += ["--unshare-all"] if uid is None else NAMESPACES
    words += [word for name in KEPT_BY_ROOT if uid is not None for word in ("--cap-add", name)]
    for folder in dict.fromkeys(str(parent) for path in readable_paths() for parent in reversed(Path(path).parents)):
        words += ["--perms", "0755", "--dir", folder]  # left to itself, bubblewrap lets only its own user pass
    for path in readable_paths():
        words += ["--symlink", os.readlink(path), path] if os.path.islink(path) else ["--ro-bind", path, path]
    words += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    return [*words, "--size", str(SCRATCH_BYTES), "--tmpfs", SCRATCH, "--remount-ro", "/", "--chdir", SCRATCH, "--"]


@functools.cache
def _holds(level: Level, uid: int | None) -> bool:
    """Tell whether a process at this level can read what it needs, and not this file if the level hides files."""
    hidden = __file__ if level.bubblewrap or level.lockdown else None
    order = json.dumps(settings(level, uid) | {"hidden": hidden})
    try:
        subprocess.run(command(level, uid, "trial", order), capture_output=True, timeout=TRIAL_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return True
