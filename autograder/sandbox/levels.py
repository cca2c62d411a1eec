"""What stands between a worker and the machine, in levels.

Every level has resource limits, an empty environment, time limits and an end for everything a worker starts. On
top of that come two layers: bubblewrap around the fork server (own files, processes and network), and a lockdown of
each worker (Landlock and a system call filter). A level says which of them it has.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys

from msgspec.structs import replace

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.sandbox.bubblewrap import Level, command, settings
from autograder.sandbox.seccomp import filter_program

FIRST_UID, UIDS = 61184, 4096  # a range no distribution gives to people
TRIAL_SECONDS = 60
REFUSED = (
    "this machine isolates student code at level `{found}` only, and `{weakest}` is asked for. {remedy} "
    "To grade students you trust without a sandbox, add --allow-unsandboxed."
)
INSTALL = "On Debian or Ubuntu: sudo apt install bubblewrap libseccomp2 (Linux 5.13 or later)."
OTHER_SYSTEM = "Only Linux has one; use a Linux machine or container."
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
