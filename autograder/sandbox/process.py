"""Starting one process of `worker/` in a sandbox."""

from __future__ import annotations

import subprocess
import tempfile
from contextlib import ExitStack
from typing import IO

from autograder.sandbox.bubblewrap import bubblewrap_options, scratch_folder
from autograder.sandbox.layers import Layers
from autograder.sandbox.python import environment, python_command

STDIN = 0


def start_process(
    layers: Layers,
    program: str,
    descriptor: int,
    *,
    folder: str = scratch_folder(0),
    fork_servers: int = 1,
    stdin: int = subprocess.DEVNULL,
    stderr: int | IO[bytes] = subprocess.DEVNULL,
) -> subprocess.Popen[bytes]:
    """Start a program, which gets its settings from a descriptor, uses a folder, and starts so many fork servers."""
    command = python_command(program, descriptor)
    passed = [] if descriptor == STDIN else [descriptor]
    with ExitStack() as stack:
        if layers.bubblewrap:  # its options come in a file: on the command line they would fill the list of processes
            options = stack.enter_context(tempfile.TemporaryFile())
            options.write("\0".join(bubblewrap_options(layers.uid, fork_servers)).encode())
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
