"""Running a module of ours on code that may be a student's: it sees Python, its libraries and one folder."""

from __future__ import annotations

import functools
import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from autograder.sandbox.bubblewrap import bubblewrap_options, scratch_folder
from autograder.sandbox.python import environment, library_folders, module_command

TRIAL_SECONDS = 20
MOST_OUTPUT = 64 << 20  # bytes, of what it prints and of each file that it writes
MOST_MEMORY = 4 << 30  # bytes of private data; libraries that are only mapped do not count


@functools.cache
def can_wrap() -> bool:
    """Tell whether this machine has a bubblewrap that starts a process without rights."""
    if shutil.which("bwrap") is None:
        return False
    trial = ["bwrap", *bubblewrap_options(None, 1), "--", "/bin/true"]
    try:
        return subprocess.run(trial, capture_output=True, timeout=TRIAL_SECONDS, check=False).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


def run_module(
    folder: Path, module: str, arguments: Sequence[str], data: bytes, seconds: float
) -> subprocess.CompletedProcess[bytes]:
    """Run a module that is in `folder` with `data` as its standard input; it may take so many seconds.

    It can write nothing and has no network, but where `can_wrap` says no it runs like any other process. Its memory and
    what it prints have limits everywhere.
    """
    command = module_command(module, arguments)
    if can_wrap():
        command = ["bwrap", *bubblewrap_options(None, 1, (str(folder),)), "--", *command]
    paths = {"PYTHONPATH": os.pathsep.join([str(folder), *library_folders()])}
    home = scratch_folder(0) if can_wrap() else str(folder)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        done = subprocess.run(
            command,
            input=data,
            stdout=out,
            stderr=errors,
            cwd=folder,
            env=environment(home) | paths,
            timeout=seconds,
            check=False,
            preexec_fn=_limit_resources,  # it makes system calls only, so threads do it no harm
        )
        return subprocess.CompletedProcess(command, done.returncode, _content(out), _content(errors))


def _limit_resources() -> None:
    for kind, most in ((resource.RLIMIT_FSIZE, MOST_OUTPUT), (resource.RLIMIT_DATA, MOST_MEMORY)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most, most) if hard == resource.RLIM_INFINITY else (min(most, hard), hard))


def _content(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read(MOST_OUTPUT)
