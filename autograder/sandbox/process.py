"""Starting one process of `worker/` in a sandbox."""

from __future__ import annotations

import subprocess
import tempfile
from contextlib import ExitStack
from typing import IO

from autograder.sandbox.bubblewrap import SCRATCH, bubblewrap_options
from autograder.sandbox.layers import Layers
from autograder.sandbox.python import environment, python_command

STDIN = 0


def start_process(
    layers: Layers,
    program: str,
    descriptor: int,
    *,
    folder: str = SCRATCH,
    stdin: int = subprocess.DEVNULL,
    stderr: int | IO[bytes] = subprocess.DEVNULL,
) -> subprocess.Popen[bytes]:
    """Start a program, which gets its settings from a descriptor and may write to a folder."""
    command = python_command(program, descriptor)
    passed = [] if descriptor == STDIN else [descriptor]
    with ExitStack() as stack:
        if layers.bubblewrap:  # its options come in a file: on the command line they would fill the list of processes
            options = stack.enter_context(tempfile.TemporaryFile())
            options.write("\0".join(bubblewrap_options(layers.uid)).encode())
            options.seek(0)
            command = ["bwrap", "--args", str(options.fileno()), "--", *command]
            passed.append(options.fileno())
        return subprocess.Popen(
            command,
            stdin=stdin,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            env=environment(folder),
            pass_fds=passed,
            start_new_session=True,
        )
