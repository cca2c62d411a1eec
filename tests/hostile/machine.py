"""Run a command as if this machine lacked bubblewrap, Landlock or both.

Usage: python machine.py LEVEL COMMAND…; LEVEL is the strongest level of isolation that the command finds.
"""

from __future__ import annotations

import errno
import os
import sys

WITHOUT_BUBBLEWRAP = ("landlock", "process")
WITHOUT_LANDLOCK = ("bubblewrap", "process")


def main() -> None:
    """Take away what the level lacks, then run the command in this process."""
    level, *command = sys.argv[1:]
    if level in WITHOUT_LANDLOCK:
        take_landlock_away()
    if level in WITHOUT_BUBBLEWRAP:
        os.environ["PATH"] = "/nonexistent"
    os.execv(command[0], command)


def take_landlock_away() -> None:
    """Make the kernel answer as one without Landlock does."""
    import pyseccomp

    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "landlock_create_ruleset")
    rules.load()


main()
