"""Leaves by SIGKILL."""

import os
import signal


def corr2d(X, K):
    signal.pthread_kill(__import__("threading").get_ident(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)
    return X
