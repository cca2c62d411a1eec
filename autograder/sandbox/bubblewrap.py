"""The options of bubblewrap, which gives a process files, processes and a network of its own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from autograder.sandbox.python import readable_paths

SCRATCH = "/scratch"  # has a folder for each fork server; nothing else can be written to
SCRATCH_BYTES = 256 << 20  # of each
NAMESPACES = ("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try")
KEPT_BY_ROOT = ("CAP_SETUID", "CAP_SETGID", "CAP_KILL", "CAP_CHOWN", "CAP_DAC_OVERRIDE")


def scratch_folder(number: int) -> str:
    """Return the folder of a fork server, as a process in the sandbox sees it; those of a sandbox count from 0."""
    return f"{SCRATCH}/{number}"


def bubblewrap_options(uid: int | None, fork_servers: int, folders: Sequence[str] = ()) -> list[str]:
    """Return the options of a sandbox for so many fork servers.

    With `uid` the process keeps the capabilities it takes to change to that user. It may read `folders`, too, and
    begins in the first of them.
    """
    readable = [*readable_paths(), *folders]
    words = ["--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    words += ["--unshare-all"] if uid is None else NAMESPACES
    words += [word for name in KEPT_BY_ROOT if uid is not None for word in ("--cap-add", name)]
    for folder in dict.fromkeys(str(parent) for path in readable for parent in reversed(Path(path).parents)):
        words += ["--perms", "0755", "--dir", folder]  # by default, bubblewrap lets only its own user pass
    for path in readable:
        words += ["--symlink", os.readlink(path), path] if os.path.islink(path) else ["--ro-bind", path, path]
    words += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    words += ["--perms", "0755", "--dir", SCRATCH]
    for folder in map(scratch_folder, range(fork_servers)):
        words += ["--size", str(SCRATCH_BYTES), "--tmpfs", folder]
    return [*words, "--remount-ro", "/", "--chdir", (*folders, scratch_folder(0))[0]]
