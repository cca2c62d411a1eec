"""Single keys from a terminal, without waiting for Enter; works on POSIX and on Windows."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator

PAUSE = 0.05  # seconds between two looks at the keyboard of Windows


@contextlib.contextmanager
def single_keys() -> Iterator[None]:
    """Let keys come one by one while this lasts, and put the terminal back afterwards."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        yield
        return
    import termios
    import tty

    before = termios.tcgetattr(sys.stdin)
    tty.setcbreak(sys.stdin)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


def read_keys(tell: Callable[[str], None]) -> None:
    """Tell each key that is pressed, for ever, or until the terminal is gone."""
    if not sys.stdin.isatty():
        return
    if sys.platform == "win32":
        import msvcrt

        while True:
            if msvcrt.kbhit():
                tell(msvcrt.getwch())
            time.sleep(PAUSE)
    with contextlib.suppress(OSError):
        while key := os.read(sys.stdin.fileno(), 1):
            tell(key.decode("ascii", "ignore"))
