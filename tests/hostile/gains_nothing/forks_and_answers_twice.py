"""Forks, so that two processes answer one question."""

import os


def corr2d(X, K):
    os.fork()
    return X
