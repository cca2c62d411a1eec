"""A trial of the isolation without torch: put on everything a worker has, and see whether it holds."""

from __future__ import annotations

import json
import os
import stat
import sys

from .lockdown import make_lockdown
from .shared import limits


def boot() -> None:
    """Exit with 0 if what a worker needs can be read and what is hidden cannot.

    The last word of the command line is the settings: those of a worker, and `hidden`, a file to try or null.
    """
    settings = json.loads(sys.argv[-1])
    lockdown = make_lockdown(settings)
    limits.drop_privileges(settings["uid"], settings["reads_all"])
    if lockdown is not None:
        lockdown.apply()
    for path in settings["readable"]:
        if stat.S_ISDIR(os.stat(path).st_mode):  # unlike `isdir`, this fails where the way there is barred
            os.listdir(path)
    sys.exit(settings["hidden"] is not None and _is_readable(settings["hidden"]))


def _is_readable(path: str) -> bool:
    try:
        with open(path):
            return True
    except OSError:
        return False
