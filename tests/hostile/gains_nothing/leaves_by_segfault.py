"""Leaves by a segmentation fault."""

import ctypes


def corr2d(X, K):
    ctypes.string_at(0)
    return X
