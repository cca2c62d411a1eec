"""Running a module of ours on code that may be a student's: it sees Python, its libraries and one folder."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from autograder.sandbox.bubblewrap import bubblewrap_options, scratch_folder
from autograder.sandbox.python import environment, library_folders, module_command

TRIAL_SECONDS = 20


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

    It can write nothing and has no network, but where `can_wrap` says no it runs like any other process.
    """
    command = module_command(module, arguments)
    if can_wrap():
        command = ["bwrap", *bubblewrap_options(None, 1, (str(folder),)), "--chdir", str(folder), "--", *command]
    paths = {"PYTHONPATH": os.pathsep.join([str(folder), *library_folders()])}
    home = scratch_folder(0) if can_wrap() else str(folder)
    return subprocess.run(
        command,
        input=data,
        cwd=folder,
        env=environment(home) | paths,
        capture_output=True,
        timeout=seconds,
        check=False,
    )
