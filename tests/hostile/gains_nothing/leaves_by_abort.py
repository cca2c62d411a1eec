"""Leaves by os.abort."""

import os


def corr2d(X, K):
    os.abort()
    return X
