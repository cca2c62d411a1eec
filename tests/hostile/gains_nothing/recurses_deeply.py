"""Recurses until the stack is full, in Python and in C."""

import sys

sys.setrecursionlimit(1 << 30)


class Deep:
    def __getattribute__(self, name):
        return getattr(self, name)


def corr2d(X, K):
    return Deep().value
