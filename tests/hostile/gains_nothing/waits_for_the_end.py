"""Leaves functions to be called at the end: atexit, weakref, __del__, a signal."""

import atexit
import signal
import time
import weakref


def later(*args):
    while True:
        time.sleep(1)


class Last:
    __del__ = later


last = Last()
atexit.register(later)
weakref.finalize(last, later)
signal.signal(signal.SIGTERM, later)
signal.signal(signal.SIGALRM, lambda *args: 1 / 0)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)


def corr2d(X, K):
    return X
