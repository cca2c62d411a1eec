"""The levels of isolation, and which of them this machine has.

At every level there are resource limits, an empty environment, time limits and an end for everything a worker starts.
On top of that come two layers: bubblewrap around the fork server (files, processes and a network of its own), and a
lockdown of each worker (Landlock and a system call filter). A level says which of them it has.
"""

from __future__ import annotations

import dataclasses
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.sandbox.bubblewrap import scratch_folder
from autograder.sandbox.layers import Layers
from autograder.sandbox.process import STDIN, start_process
from autograder.sandbox.python import readable_paths
from autograder.sandbox.seccomp import filter_program
from autograder.worker.shared.settings import TrialSettings, pack_settings

FIRST_UID, UIDS = 61184, 4096  # a range no distribution gives to people
TRIAL_SECONDS = 60
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
    layers: Layers


LEVELS = (  # strongest first
    Level("full", Layers(bubblewrap=True, lockdown=True)),
    Level("bubblewrap", Layers(bubblewrap=True, lockdown=False)),
    Level("landlock", Layers(bubblewrap=False, lockdown=True)),
    Level("process", Layers(bubblewrap=False, lockdown=False)),
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
    """Return the course with the weakest level that may grade it; raise `UsageError` if this machine has no such level.

    An empty `weakest` means the level in the manifest, the strongest where assignments have others.
    """
    chosen = with_weakest_level(course, weakest, allow_unsandboxed)
    if strongest(chosen.limits.isolation).layers.hides_files:
        _require_hidden(chosen.root)
    return chosen


def with_weakest_level(course: Course, weakest: str, allow_unsandboxed: bool) -> Course:
    """Do the same without trying what this machine has: a shard does that before it grades."""
    chosen = UNSANDBOXED if allow_unsandboxed else weakest or _strictest(course)
    if chosen == UNSANDBOXED and not allow_unsandboxed:
        raise UsageError(f"`{UNSANDBOXED}` is no sandbox. To grade students you trust at it, use --allow-unsandboxed.")
    return replace(course, limits=replace(course.limits, isolation=chosen))


def _require_hidden(root: Path) -> None:
    """Raise `UsageError` where a course stands among the files that student code has to read."""
    readable = (Path(path).resolve() for path in readable_paths())
    if within := next((path for path in readable if root.is_relative_to(path)), None):
        raise UsageError(f"Student code can read {within}, and the course stands there. Move it to another folder.")


def _strictest(course: Course) -> str:
    """Return the weakest level that may grade every assignment of a course."""
    asked = (course.limits_of(name).isolation for name in course.assignments)
    return min((course.limits.isolation, *asked), key=NAMES.index)


@functools.cache
def _strongest() -> Level:
    return next(level for level in LEVELS if works(level))


def works(level: Level) -> bool:
    """Tell whether this machine has a level, found by trying it."""
    layers = level.layers
    if (layers.bubblewrap and shutil.which("bwrap") is None) or (layers.lockdown and not filter_program()):
        return False
    return usable_layers(level).uid is not None or _holds(layers)


def usable_layers(level: Level) -> Layers:
    """Return the layers of a level, with a user for the workers where the grader is root and that works here."""
    if os.geteuid() != 0:
        return level.layers
    layers = dataclasses.replace(level.layers, uid=FIRST_UID)
    return layers if _holds(layers) else level.layers


def with_own_user(layers: Layers) -> Layers:
    """Return layers whose workers run as the user of this shard, so that none can reach the workers of another."""
    if layers.uid is None:
        return layers
    return dataclasses.replace(layers, uid=FIRST_UID + os.getpid() % UIDS)


@functools.cache
def _holds(layers: Layers) -> bool:
    """Tell whether a process in these layers can read what it needs, and nothing else if they hide files."""
    with tempfile.NamedTemporaryFile(prefix="autograder-trial-") as hidden:
        os.chmod(hidden.name, 0o644)  # so that nothing but the layers keeps the process from it
        return _passes_trial(layers, hidden.name if layers.hides_files else None)


def _passes_trial(layers: Layers, hidden: str | None) -> bool:
    settings = TrialSettings(layers.confinement(scratch_folder(0)), hidden)
    try:
        with start_process(layers, "trial", STDIN, stdin=subprocess.PIPE) as trial:
            try:
                trial.communicate(pack_settings(settings), TRIAL_SECONDS)
            finally:
                trial.kill()
    except (OSError, subprocess.SubprocessError):
        return False
    return trial.returncode == 0
