"""The fork server: it imports torch once, then obeys (see `parent`). It runs no student code and knows no answers."""

from __future__ import annotations

import json
import os
import socket
import sys
from typing import Any

from .forker import Forker
from .lockdown import make_lockdown
from .preload import FIRST, load
from .shared import limits


def main(settings: dict[str, Any]) -> None:
    """Preload, report readiness, then obey the control socket until it closes."""
    control = socket.socket(fileno=settings["control"])
    load(FIRST)
    uid = settings["uid"]
    settings["processes"] = limits.PROCESSES + limits.processes_of(os.getuid() if uid is None else uid)
    lockdown = make_lockdown(settings, [settings["scratch"]])
    limits.close_memory()
    if settings["core"] is not None:
        os.sched_setaffinity(0, {settings["core"]})  # beside the grader that waits for it
    control.send(json.dumps({"threads": len(os.listdir("/proc/self/task"))}).encode())
    Forker(control, settings, lockdown).live()


def boot() -> None:
    """Start from a command line whose last word is the settings."""
    settings = json.loads(sys.argv[-1])
    sys.argv = [""]
    main(settings)
