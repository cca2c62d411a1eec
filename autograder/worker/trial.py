"""A trial of a confinement, without torch: confine this process like a worker, and see whether that holds."""

from __future__ import annotations

import os
import stat
import sys

from .lockdown import make_lockdown
from .privileges import drop_privileges
from .shared.settings import TrialSettings, unpack_settings


def main(descriptor: int) -> None:
    """Read the settings to their end; exit with 0 if what a worker needs can be read and the hidden file cannot."""
    with open(descriptor, "rb") as file:
        settings = unpack_settings(TrialSettings, file.read())
    confinement = settings.confinement
    lockdown = make_lockdown(confinement)
    drop_privileges(confinement.uid, confinement.keeps_read_access)
    if lockdown is not None:
        lockdown.apply()
    for path in confinement.readable:
        if stat.S_ISDIR(os.stat(path).st_mode):  # unlike `isdir`, this fails where a folder on the way is closed
            os.listdir(path)
    sys.exit(settings.hidden is not None and _is_readable(settings.hidden))


def _is_readable(path: str) -> bool:
    try:
        with open(path):
            return True
    except OSError:
        return False
